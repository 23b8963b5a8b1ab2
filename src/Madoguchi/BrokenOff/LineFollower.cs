using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.BrokenOff;

/// <summary>Somebody went out of the line unserved.</summary>
/// <param name="Entry">The entry that says so.</param>
public sealed record OutOfLine(Id<Case> CaseId, int Entry)
{
    /// <summary>The outbox's kind.</summary>
    public const string Work = "outOfLine";
}

/// <summary>Whoever leaves the line, is away at their turn or is not reached has broken off: they get a follow-up.</summary>
public sealed class LineFollower : EntryWork
{
    private static readonly string Left = Happening.KindOf(typeof(LineLeft));

    public override Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        foreach (var entry in entries.Where(e => e.Kind == Left && Kind(e) is not null))
            db.Enqueue(OutOfLine.Work, new OutOfLine(entry.CaseId, entry.Number), now);
        return Task.CompletedTask;
    }

    internal static BreakKind? Kind(Entry entry) => (entry.What as LineLeft)?.Because switch
    {
        LineLeft.ByCustomer => BreakKind.LeftLine,
        LineLeft.Away => BreakKind.AwayAtTurn,
        LineLeft.NotReached => BreakKind.NotReached,
        _ => null,
    };
}

/// <summary>Each under its own lock: who was heard of since, or helped, has not broken off.</summary>
public sealed class OutOfLineFollower : OutboxWork
{
    public override string Kind => OutOfLine.Work;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var (id, number) = JsonSerializer.Deserialize<OutOfLine>(payload, Json.Options)!; // only ever written from one
        var theCase = await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None);
        var since = await db.Entries.AsNoTracking().Where(e => e.CaseId == id && e.Number >= number).OrderBy(e => e.Number).ToListAsync(CancellationToken.None);
        if (theCase.IsClosed || theCase.BreakId is not null || since.Skip(1).Any(e => Entry.IsOfCustomer(e.Role, e.Kind)) || LineFollower.Kind(since[0]) is not { } how)
            return;
        db.BreakOff(theCase, new Found(how, since[0].At), By.System, now);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
