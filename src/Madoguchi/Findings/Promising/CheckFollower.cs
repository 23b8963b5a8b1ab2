using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Timeline;
using Madoguchi.Findings.Escalating;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Findings.Promising;

public sealed record DueCheck(Id<CheckPromise> Check, Id<Case> Case);

/// <summary>A promise made is a promise watched: a check that was not told of in time rings who is in charge and the supervisors, once.</summary>
public sealed class CheckFollower : OutboxWork
{
    public const string Name = "check.late";

    public override string Kind => Name;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var due = JsonSerializer.Deserialize<DueCheck>(payload, Json.Options)!; // only ever written from one
        var theCase = await db.Lock(due.Case).AsTracking().SingleAsync(CancellationToken.None);
        var check = await db.CheckPromises.AsTracking().SingleAsync(c => c.Id == due.Check, CancellationToken.None);
        if (check is not { KeptAt: null, RangAt: null } || theCase.IsClosed || await db.TellingAfter(theCase.Id, check.Entry).AnyAsync(CancellationToken.None))
            return;

        check.RangAt = now;
        db.Record(theCase, By.System, new CheckLate(check.Id.Value, check.DueAt), now);
        db.Enqueue(Ring.Work, new Ring(theCase.Id, Ring.CheckLate, [theCase.AgentId ?? check.ById], [], [theCase.DeskId]), now);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}

/// <summary>What the desk says to the customer keeps what it promised, and passes on what the technical desk has answered.</summary>
public sealed class ToldFollower : EntryWork
{
    public override async Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        var told = entries.Where(e => e.Role is Role.Agent && e is { Internal: false, Withdrawn: null } && Telling.Kinds.Contains(e.Kind)).ToLookup(e => e.CaseId);
        var ids = told.Select(t => t.Key).ToList();
        if (ids.Count == 0)
            return;
        foreach (var check in await db.CheckPromises.AsTracking().Where(c => ids.Contains(c.CaseId) && c.KeptAt == null).ToListAsync(CancellationToken.None))
            check.KeptAt = First(told[check.CaseId], check.Entry);
        foreach (var question in await db.Escalations.AsTracking().Where(e => ids.Contains(e.CaseId) && e.ToldAt == null && e.AnswerEntry != null).ToListAsync(CancellationToken.None))
            question.ToldAt = First(told[question.CaseId], question.AnswerEntry!.Value); // asked for: not null
    }

    private static DateTimeOffset? First(IEnumerable<Entry> told, int after) => told.Where(e => e.Number > after).OrderBy(e => e.Number).Select(e => (DateTimeOffset?)e.At).FirstOrDefault();
}
