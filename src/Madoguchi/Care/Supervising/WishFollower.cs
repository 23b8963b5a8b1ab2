using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Care.Supervising;

public sealed record DueWish(Id<SupervisorWish> Wish, Id<Case> Case);

/// <summary>No supervisor has answered in time: they are rung again, once, and it is on record.</summary>
public sealed class WishFollower : OutboxWork
{
    public const string Name = "supervisor.late";

    public override string Kind => Name;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var due = JsonSerializer.Deserialize<DueWish>(payload, Json.Options)!; // only ever written from one
        var theCase = await db.Lock(due.Case).AsTracking().SingleAsync(CancellationToken.None);
        var wish = await db.SupervisorWishes.AsTracking().SingleAsync(w => w.Id == due.Wish, CancellationToken.None);
        if (!wish.IsOpen || wish.RangAt is not null || await db.Keep(theCase, wish, now))
            return;

        wish.RangAt = now;
        db.Record(theCase, By.System, new SupervisorLate(wish.Id.Value, wish.DueAt), now);
        db.Enqueue(Ring.Work, new Ring(theCase.Id, Ring.SupervisorLate, [], [], [theCase.DeskId]), now);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}

/// <summary>What a supervisor says to the customer, or a call that they take, keeps what was promised.</summary>
public sealed class SupervisorCameFollower : EntryWork
{
    public override async Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        var ids = entries.Where(e => e is { Role: Role.Agent, Withdrawn: null } && KeepingMapping.Keeps.Contains(e.Kind)).Select(e => e.CaseId).Distinct().ToList();
        if (ids.Count == 0)
            return;
        foreach (var wish in await db.SupervisorWishes.AsTracking().Where(w => ids.Contains(w.CaseId) && w.KeptAt == null && w.WithdrawnAt == null).ToListAsync(CancellationToken.None))
            await db.Keep(await db.Lock(wish.CaseId).AsTracking().SingleAsync(CancellationToken.None), wish, now);
    }
}

public static class KeepingMapping
{
    /// <summary>What reaches the customer by a supervisor themselves.</summary>
    public static readonly IReadOnlyList<string> Keeps = [.. DeskAnswers.Kinds, "callTaken", "lineServed", "findingShown", "remedyGranted", "checkPromised"];

    extension(Db db)
    {
        /// <summary>Whether a supervisor has been heard since; then the wish is kept, on record. The case is locked.</summary>
        internal async Task<bool> Keep(Case theCase, SupervisorWish wish, DateTimeOffset now)
        {
            var (id, after) = (wish.CaseId, wish.Entry);
            var told = await db.Entries.AsNoTracking().Where(e => e.CaseId == id && e.Number > after && e.Role == Role.Agent && e.Withdrawn == null && Keeps.Contains(e.Kind)).ToListAsync(CancellationToken.None);
            if (told.Count == 0)
                return false;
            var seniors = await db.Agents.AsNoTracking().Where(a => a.Role != AgentRole.Agent).Select(a => new { a.Id, a.ShownName }).ToListAsync(CancellationToken.None);
            if (wish.KeptBy(told, seniors.Select(s => s.Id.Value).Append(CurrentAgent.Bootstrap.Id.Value).ToHashSet()) is not { } kept)
                return false;
            var name = seniors.FirstOrDefault(s => s.Id.Value == kept.ById)?.ShownName ?? kept.ByName ?? CurrentAgent.Bootstrap.ShownName;
            (wish.KeptAt, wish.KeptById, wish.KeptByName) = (kept.At, new(kept.ById!.Value), name); // found by whose it is
            db.Record(theCase, By.System, new SupervisorCame(wish.Id.Value, name), now);
            await db.SaveChangesAsync(CancellationToken.None);
            await db.SeeAll(id, Ring.SupervisorWished, now);
            await db.SeeAll(id, Ring.SupervisorLate, now);
            return true;
        }
    }
}
