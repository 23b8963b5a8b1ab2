using System.Text.Json;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Trackers.Delivering;

/// <summary>The right to tell a tracker something now.</summary>
/// <param name="Attempt">Which try it is; a later one means that somebody else has taken over.</param>
public sealed record DeliveryClaim(Delivery Delivery, int Attempt, Tracker Tracker, TrackerLink? Link, VoiceEvent Event);

/// <summary>What the tracker has now.</summary>
public sealed record Taken(string? RemoteId = null, string? Url = null);

/// <param name="DueAt">When it is tried next.</param>
/// <param name="Error">Why it was not taken last.</param>
public sealed record DeliveryView(Id<Delivery> DeliveryId, string Event, Id<Voice> VoiceId, DeliveryState State, DateTimeOffset CreatedAt, DateTimeOffset DueAt, int Attempts, string? Error, DateTimeOffset? DoneAt);

public enum AgainRefusal { Unknown, NotStopped }

public static class DeliveringMapping
{
    public const string Topic = "trackers";
    private static readonly TimeSpan ClaimedFor = TimeSpan.FromSeconds(120);

    extension(Db db)
    {
        public void Deliver(Id<Tracker> tracker, Id<Voice> voice, string what, DateTimeOffset now, DateTimeOffset due)
        {
            db.Deliveries.Add(new Delivery { Id = Id<Delivery>.New(), TrackerId = tracker, VoiceId = voice, Event = what, CreatedAt = now, DueAt = due });
            db.RingAfterCommit(Topic);
        }

        /// <summary>Takes the next one that is due, for this node alone. Of one voice, one after the other in the order in which it happened.</summary>
        public async Task<DeliveryClaim?> ClaimDelivery(BaseAddress address, DateTimeOffset now)
        {
            while (true)
            {
                if (await db.NextDelivery(now) is not { } delivery)
                    return null;
                if (await db.Trackers.AsNoTracking().SingleOrDefaultAsync(t => t.Id == delivery.TrackerId, CancellationToken.None) is not { } tracker)
                {
                    // Taken out meanwhile: there is nobody to tell any more.
                    db.Entry(delivery).State = EntityState.Detached;
                    await db.Deliveries.Where(d => d.Id == delivery.Id).ExecuteDeleteAsync(CancellationToken.None);
                    continue;
                }

                if (delivery.Body is null && await db.VoiceAsTold(delivery.VoiceId, address, now) is { } told)
                    delivery.Body = JsonSerializer.Serialize(new VoiceEvent(delivery.Event, now, told), Json.Options);
                (delivery.Attempts, delivery.Error, delivery.DueAt) = (delivery.Attempts + 1, null, now + ClaimedFor);
                if (delivery.Body is null) // it went on in another voice, which has words of its own
                    (delivery.State, delivery.DoneAt) = (DeliveryState.Sent, now);
                await db.SaveChangesAsync(CancellationToken.None);
                if (delivery.Body is { } body)
                    return new(delivery, delivery.Attempts, tracker, await db.TrackerLinks.AsNoTracking().SingleOrDefaultAsync(l => l.TrackerId == delivery.TrackerId && l.VoiceId == delivery.VoiceId, CancellationToken.None),
                        JsonSerializer.Deserialize<VoiceEvent>(body, Json.Kept)!); // only ever written from one
            }
        }

        public async Task DeliveryTaken(DeliveryClaim claim, Taken taken, DateTimeOffset now)
        {
            if (await db.Lock(claim.Tracker.Id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } tracker || await db.Lock(claim.Delivery.Id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { State: not DeliveryState.Sent } delivery)
                return; // two nodes told it: it was known for one
            (delivery.State, delivery.DoneAt, delivery.Error) = (DeliveryState.Sent, now, null);
            (tracker.LastAt, tracker.Error) = (now, null);
            var (trackerId, voiceId) = (delivery.TrackerId, delivery.VoiceId);
            var link = await db.TrackerLinks.AsTracking().SingleOrDefaultAsync(l => l.TrackerId == trackerId && l.VoiceId == voiceId, CancellationToken.None);
            if (link is null)
                db.TrackerLinks.Add(link = new TrackerLink { TrackerId = trackerId, VoiceId = voiceId });
            (link.Degrees, link.Customers, link.SentAt) = (claim.Event.Data.Temperature, claim.Event.Data.Customers, now);
            (link.RemoteId, link.Url) = (taken.RemoteId ?? link.RemoteId, taken.Url ?? link.Url);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <param name="forGood">It need not be tried again.</param>
        public async Task DeliveryFailed(DeliveryClaim claim, string why, bool forGood, DateTimeOffset now)
        {
            if (await db.Lock(claim.Tracker.Id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } tracker
                || await db.Lock(claim.Delivery.Id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { State: DeliveryState.Waiting } delivery || delivery.Attempts != claim.Attempt)
                return; // somebody else has taken over
            (delivery.Error, tracker.Error) = (why, why);
            if (!forGood && Pace.After(delivery.Attempts) is { } wait)
                delivery.DueAt = now + wait;
            else
                (delivery.State, delivery.DoneAt) = (DeliveryState.Stopped, now);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <summary>What was tried long enough is tried again, from the beginning.</summary>
        public async Task<Result<DeliveryView, AgainRefusal>> DeliverAgain(Id<Tracker>? tracker, Id<Delivery> id, DateTimeOffset now)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } delivery || (tracker is { } of && delivery.TrackerId != of))
                return AgainRefusal.Unknown;
            if (delivery.State is not DeliveryState.Stopped)
                return AgainRefusal.NotStopped;
            (delivery.State, delivery.Attempts, delivery.DueAt, delivery.DoneAt) = (DeliveryState.Waiting, 0, now, null);
            db.RingAfterCommit(Topic);
            await db.SaveChangesAsync(CancellationToken.None);
            return new DeliveryView(delivery.Id, delivery.Event, delivery.VoiceId, delivery.State, delivery.CreatedAt, delivery.DueAt, delivery.Attempts, delivery.Error, delivery.DoneAt);
        }

        // A paused tracker waits; what stopped holds nothing up that came after it.
        private async Task<Delivery?> NextDelivery(DateTimeOffset now)
        {
            var due = db.IsPostgres
                ? db.Deliveries.FromSql($"""
                    select d.* from tracker_deliveries d where d."State" = 'Waiting' and d."DueAt" <= {now}
                        and exists (select 1 from trackers t where t."Id" = d."TrackerId" and t."PausedAt" is null)
                        and not exists (select 1 from tracker_deliveries e where e."TrackerId" = d."TrackerId" and e."VoiceId" = d."VoiceId" and e."State" = 'Waiting' and (e."CreatedAt", e."Id") < (d."CreatedAt", d."Id"))
                    order by d."DueAt" limit 1 for update skip locked
                    """)
                : db.Deliveries.Where(d => d.State == DeliveryState.Waiting && d.DueAt <= now && db.Set<Tracker>().Any(t => t.Id == d.TrackerId && t.PausedAt == null)
                    && !db.Set<Delivery>().Any(e => e.TrackerId == d.TrackerId && e.VoiceId == d.VoiceId && e.State == DeliveryState.Waiting && e.CreatedAt < d.CreatedAt)).OrderBy(d => d.DueAt).Take(1);
            return (await due.AsTracking().ToListAsync(CancellationToken.None)).SingleOrDefault();
        }
    }
}
