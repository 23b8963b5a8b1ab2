using Madoguchi.Cases.Timeline;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Notices;

/// <summary>An offer that was answered, by whomever, waits for nobody any more: its rings are seen for all whom they called.</summary>
public sealed class AnsweredFollower : EntryWork
{
    private static readonly string[] Answers = ["handoverAccepted", "handoverReturned", "handoverWithdrawn", "escalationAnswered"];

    public override async Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        var answered = entries.Where(e => Answers.Contains(e.Kind)).GroupBy(e => e.CaseId).ToDictionary(g => g.Key, g => g.Max(e => e.At));
        var (ids, kinds) = (answered.Keys.ToList(), Ring.UntilAnswered);
        if (ids.Count == 0)
            return;
        foreach (var notice in await db.Notices.AsTracking().Where(n => ids.Contains(n.CaseId) && n.SeenAt == null && kinds.Contains(n.Kind)).ToListAsync(CancellationToken.None))
        {
            if (notice.At > answered[notice.CaseId])
                continue; // of a later offer
            notice.SeenAt = now;
            db.RingAfterCommit(Topic.Of(notice.AgentId));
        }
    }
}
