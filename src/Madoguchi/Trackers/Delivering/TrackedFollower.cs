using Madoguchi.Storage;
using Madoguchi.Voices;
using Madoguchi.Voices.Changing;
using Madoguchi.Voices.Warming;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Trackers.Delivering;

/// <summary>A voice has changed: what each tracker is told of it, and when.</summary>
public sealed class TrackedFollower : VoiceWork
{
    public override async Task Do(Db db, VoiceChanged changed, DateTimeOffset now)
    {
        if (!await db.Voices.AnyAsync(v => v.Id == changed.VoiceId && v.MergedIntoId == null, CancellationToken.None))
            return;
        var warm = await db.TemperatureOf(changed.VoiceId, now, CancellationToken.None);
        foreach (var tracker in await db.Trackers.AsNoTracking().Where(t => t.PausedAt == null).Select(t => t.Id).ToListAsync(CancellationToken.None))
        {
            var link = await db.TrackerLinks.AsNoTracking().SingleOrDefaultAsync(l => l.TrackerId == tracker && l.VoiceId == changed.VoiceId, CancellationToken.None);
            var waiting = await db.Deliveries.AsTracking().Where(d => d.TrackerId == tracker && d.VoiceId == changed.VoiceId && d.State == DeliveryState.Waiting).ToListAsync(CancellationToken.None);
            if (link is null && waiting.All(d => d.Event != VoiceEvent.Created))
                db.Deliver(tracker, changed.VoiceId, VoiceEvent.Created, now, now);
            if (changed.Why.Contains(Change.Decision))
                db.Deliver(tracker, changed.VoiceId, VoiceEvent.Decided, now.AddMicroseconds(1), now); // after the one above
            else if (link is not null)
                Update(db, link, waiting, warm, changed.Why.Contains(Change.News), now);
            else if (waiting.Any(d => d is { Event: VoiceEvent.Created, Body: not null }) && waiting.All(d => d.Event != VoiceEvent.Updated))
                db.Deliver(tracker, changed.VoiceId, VoiceEvent.Updated, now, changed.Why.Contains(Change.News) ? now : now + Pace.AtMostEvery); // what is on its way was written before this
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    // One update waits at a time: what it says is composed when it goes.
    private static void Update(Db db, TrackerLink link, IReadOnlyList<Delivery> waiting, Warmth warm, bool hasNews, DateTimeOffset now)
    {
        if (Pace.UpdateDue(link.Degrees, link.Customers, link.SentAt, warm.Degrees, warm.Customers, hasNews, now) is not { } due)
            return;
        if (waiting.FirstOrDefault(d => d.Event == VoiceEvent.Updated && d.Body is null) is { } one)
            one.DueAt = due < one.DueAt ? due : one.DueAt;
        else
            db.Deliver(link.TrackerId, link.VoiceId, VoiceEvent.Updated, now, due);
    }
}
