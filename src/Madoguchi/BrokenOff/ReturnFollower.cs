using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.BrokenOff;

/// <summary>Whoever is heard of again has come back: the break gets its end. The taps write theirs themselves.</summary>
public sealed class ReturnFollower : EntryWork
{
    public override async Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        var heard = entries.Where(e => Entry.IsOfCustomer(e.Role, e.Kind)).ToLookup(e => e.CaseId);
        var ids = heard.Select(h => h.Key).ToList();
        if (ids.Count == 0)
            return;
        foreach (var broken in await db.Breaks.AsTracking().Where(b => ids.Contains(b.CaseId) && b.EndedAt == null).ToListAsync(CancellationToken.None))
        {
            if (heard[broken.CaseId].Where(e => e.Number > broken.Entry).Select(e => (DateTimeOffset?)e.At).Min() is not { } at)
                continue;
            (broken.End, broken.EndedAt) = (BreakEnd.Back, at);
        }
    }
}
