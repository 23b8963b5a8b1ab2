using System.Security.Cryptography;
using System.Text.Json;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Trackers.Delivering;
using Madoguchi.Trackers.Listening;
using Madoguchi.Trackers.Webhooks;
using Madoguchi.Voices;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Trackers.Keeping;

public static class TrackersKeepingMapping
{
    public const int MostTrackers = 20;
    private const int Most = 200;

    extension(Db db)
    {
        public async Task<IReadOnlyList<TrackerView>> AllTrackers(Id<Tracker>? only, CancellationToken ct)
        {
            var counts = (await db.Deliveries.Where(d => d.State != DeliveryState.Sent).GroupBy(d => new { d.TrackerId, d.State }).Select(g => new { g.Key.TrackerId, g.Key.State, Count = g.Count() }).ToListAsync(ct)).ToLookup(c => c.TrackerId);
            return [.. (await db.Trackers.AsNoTracking().Where(t => only == null || t.Id == only).OrderBy(t => t.CreatedAt).ToListAsync(ct)).Select(t => new TrackerView(
                t.Id, t.Kind, t.Name, t.Url, t.Project, t.IssueKind, t.TemperatureField, t.Language, t.MeaningOf, t.TellsByItself, t.PausedAt is not null, t.LastAt, t.Error, t.AskedAt, t.AskError,
                counts[t.Id].FirstOrDefault(c => c.State is DeliveryState.Waiting)?.Count ?? 0, counts[t.Id].FirstOrDefault(c => c.State is DeliveryState.Stopped)?.Count ?? 0, TrackerView.InboundOf(t.Id)))];
        }

        /// <summary>Every voice that waits for a decision goes there, too.</summary>
        public async Task<Result<TrackerMade, TrackerRefusal>> AddTracker(NewTracker asked, IDataProtectionProvider protection, DateTimeOffset now)
        {
            if (await db.Trackers.CountAsync(CancellationToken.None) >= MostTrackers)
                return TrackerRefusal.TooMany;
            var made = asked.Kind is TrackerKind.Webhook && asked.Secret is null ? Signature.Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) : null;
            var tracker = new Tracker
            {
                Id = Id<Tracker>.New(), Kind = asked.Kind, Name = PlainText.Clean(asked.Name), Url = Address(asked), Secret = TrackerSecret.Close(made ?? asked.Secret ?? "", protection), Project = asked.Project?.Trim(), IssueKind = asked.IssueKind?.Trim(),
                TemperatureField = asked.TemperatureField, Language = asked.Language, Meanings = JsonSerializer.Serialize(asked.Meanings ?? Meaning.Usual, Json.Options), TellsByItself = asked.TellsByItself, CreatedAt = now,
            };
            db.Trackers.Add(tracker);
            foreach (var voice in await db.Voices.Where(v => v.MergedIntoId == null && v.State == VoiceState.Open).Select(v => v.Id).ToListAsync(CancellationToken.None))
                db.Deliver(tracker.Id, voice, VoiceEvent.Created, now, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new TrackerMade(tracker.Id, made);
        }

        /// <param name="tracker">Locked.</param>
        public async Task ChangeTracker(Tracker tracker, TrackerChange change, IDataProtectionProvider protection, DateTimeOffset now)
        {
            var asked = change.With(tracker);
            (tracker.Name, tracker.Url, tracker.Project, tracker.IssueKind, tracker.TemperatureField) = (PlainText.Clean(asked.Name), Address(asked), asked.Project?.Trim(), asked.IssueKind?.Trim(), asked.TemperatureField);
            (tracker.Language, tracker.TellsByItself, tracker.Meanings) = (asked.Language, asked.TellsByItself, JsonSerializer.Serialize(asked.Meanings, Json.Options));
            if (change.Secret is { Length: > 0 } secret)
                tracker.Secret = TrackerSecret.Close(secret, protection);
            tracker.PausedAt = change.Paused switch { true => tracker.PausedAt ?? now, false => null, null => tracker.PausedAt };
            db.RingAfterCommit(DeliveringMapping.Topic);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        public async Task<bool> RemoveTracker(Id<Tracker> id)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } tracker)
                return false;
            await db.Deliveries.Where(d => d.TrackerId == id).ExecuteDeleteAsync(CancellationToken.None);
            await db.TrackerLinks.Where(l => l.TrackerId == id).ExecuteDeleteAsync(CancellationToken.None);
            await db.HeardMessages.Where(h => h.TrackerId == id).ExecuteDeleteAsync(CancellationToken.None);
            db.Trackers.Remove(tracker);
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }

        /// <summary>What has not gone out first, then the newest.</summary>
        public async Task<DeliveryList> DeliveriesOf(Id<Tracker> id, CancellationToken ct) =>
            new(await db.Deliveries.AsNoTracking().Where(d => d.TrackerId == id).OrderBy(d => d.State == DeliveryState.Stopped ? 0 : d.State == DeliveryState.Waiting ? 1 : 2).ThenByDescending(d => d.CreatedAt).Take(Most)
                .Select(d => new DeliveryView(d.Id, d.Event, d.VoiceId, d.State, d.CreatedAt, d.DueAt, d.Attempts, d.Error, d.DoneAt)).ToListAsync(ct));

        /// <summary>What was tried long enough, at any of them.</summary>
        public async Task<IReadOnlyList<StoppedView>> StoppedDeliveries(CancellationToken ct) =>
            await (from delivery in db.Deliveries
                   where delivery.State == DeliveryState.Stopped
                   join tracker in db.Trackers on delivery.TrackerId equals tracker.Id
                   join voice in db.Voices on delivery.VoiceId equals voice.Id into voices
                   from voice in voices.DefaultIfEmpty()
                   orderby delivery.CreatedAt
                   select new StoppedView(tracker.Id, tracker.Name, delivery.Event, voice == null ? null : voice.Title, delivery.Error, delivery.CreatedAt)).Take(Most).ToListAsync(ct);

        /// <summary>Where the developers have it.</summary>
        public async Task<IReadOnlyList<IssueView>> IssuesOf(Id<Voice> voice, CancellationToken ct) =>
            [.. (await db.TrackerLinks.AsNoTracking().Where(l => l.VoiceId == voice).Join(db.Trackers, l => l.TrackerId, t => t.Id, (l, t) => new { l, t.Name }).OrderBy(x => x.Name).ToListAsync(ct))
                .Select(x => new IssueView(x.l.TrackerId, x.Name, x.l.RemoteId, x.l.Url, x.l.Remote?.Split('|')[0], x.l.SentAt, x.l.Degrees))];
    }

    private static string Address(NewTracker asked) => asked.Kind is TrackerKind.Redmine ? asked.Url.TrimEnd('/') : asked.Url;
}
