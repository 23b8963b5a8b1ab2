using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Handovers.Ringing;

public sealed record Unanswered(Id<Handover> Handover, Id<Case> Case);

/// <summary>An offer that nobody has answered for some minutes rings both desks and their supervisors, once.</summary>
public sealed class UnansweredFollower : OutboxWork
{
    public const string Name = "handover.unanswered";

    public override string Kind => Name;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var due = JsonSerializer.Deserialize<Unanswered>(payload, Json.Options)!; // only ever written from one
        var (theCase, offer, _, _) = await db.LockOffer(due.Handover, due.Case);
        if (offer.State is not HandoverState.Offered || offer.RangAt is not null || theCase.IsClosed)
            return;

        offer.RangAt = now;
        db.Record(theCase, By.System, new Rang(Rang.Unanswered), now);
        db.RingAfterCommit(Topic.Of(offer.ToDeskId));
        Id<Desks.Desk>[] both = [offer.FromDeskId, offer.ToDeskId];
        db.Enqueue(Ring.Work, new Ring(theCase.Id, Rang.Unanswered, [], both, both), now);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
