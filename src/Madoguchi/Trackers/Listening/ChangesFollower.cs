using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Trackers.Listening;

/// <summary>Asks trackers that do not tell us by themselves what has changed there, on one node.</summary>
public sealed class ChangesFollower(
    Leases leases, Writes writes, IDbContextFactory<Db> contexts, IEnumerable<TrackerClient> clients, IDataProtectionProvider protection, IConfiguration configuration, TimeProvider clock, ILogger<ChangesFollower> log) : BackgroundService
{
    private const string Name = "trackers";
    private readonly Dictionary<TrackerKind, TrackerClient> clients = clients.ToDictionary(c => c.Kind);
    private readonly TimeSpan every = TimeSpan.FromSeconds(Math.Max(0.2, configuration.GetValue("Madoguchi:Trackers:PollSeconds", 60d)));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Pass(stoppingToken);
            }
            catch (Exception away) when (away.IsDatabaseAway)
            {
                log.LogWarning("Trackers are asked the next time: {Reason}", away.Message);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "Listening to trackers failed, and is tried again"); // one fault must not stop the house
            }
        }
    }

    public async Task Pass(CancellationToken ct)
    {
        List<Tracker> trackers;
        await using (var db = await contexts.CreateDbContextAsync(ct))
            trackers = await db.Trackers.AsNoTracking().Where(t => t.PausedAt == null && t.Kind == TrackerKind.Redmine).ToListAsync(ct);
        // Nobody to ask: no row is written for nothing.
        if (trackers.Count == 0 || await leases.Take(Name, TimeSpan.FromMinutes(2), ct) is not { } lease)
            return;
        foreach (var tracker in trackers)
        {
            try
            {
                await Ask(tracker, lease, ct);
            }
            // Whatever one of them answers: the others are asked all the same.
            catch (Exception failed) when (!ct.IsCancellationRequested && !failed.IsDatabaseAway)
            {
                log.LogWarning("Tracker {Tracker} did not answer: {Reason}", tracker.Name, failed.Message);
                await writes.Write(db => db.Trackers.Where(t => t.Id == tracker.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.AskError, failed.Message), CancellationToken.None), CancellationToken.None);
            }
        }
    }

    private async Task Ask(Tracker tracker, Lease lease, CancellationToken ct)
    {
        Dictionary<string, Id<Voice>> voices;
        Dictionary<string, string?> known;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            var links = await db.TrackerLinks.AsNoTracking().Where(l => l.TrackerId == tracker.Id && l.RemoteId != null).ToListAsync(ct);
            (voices, known) = (links.ToDictionary(l => l.RemoteId!, l => l.VoiceId), links.ToDictionary(l => l.RemoteId!, l => l.Remote)); // asked for: not null
        }

        if (voices.Count == 0)
            return;
        var now = clock.Now;
        var changes = await clients[tracker.Kind].Changes(tracker, TrackerSecret.Open(tracker.Secret, protection) ?? "", known, ct);
        foreach (var change in changes.Where(c => voices.ContainsKey(c.RemoteId)).OrderBy(c => c.At))
            await writes.Write(db => Hear(db, tracker.Id, voices[change.RemoteId], change, lease, clock.Now), CancellationToken.None);
        await writes.Write(db => db.Trackers.Where(t => t.Id == tracker.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.AskError, (string?)null).SetProperty(x => x.AskedAt, now), CancellationToken.None), CancellationToken.None);
    }

    // The link's state and what follows from it, in one transaction: heard once.
    private static async Task Hear(Db db, Id<Tracker> trackerId, Id<Voice> voice, RemoteChange change, Lease lease, DateTimeOffset now)
    {
        if (!await db.Holds(lease) || await db.Lock(trackerId).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } tracker)
            return;
        tracker.HeardTo = tracker.HeardTo is { } heard && heard > change.At ? heard : change.At;
        var link = await db.TrackerLinks.AsTracking().SingleAsync(l => l.TrackerId == trackerId && l.VoiceId == voice, CancellationToken.None);
        var isNew = link.Remote != change.Remote;
        link.Remote = change.Remote;
        await db.SaveChangesAsync(CancellationToken.None);
        if (isNew && Meaning.Of(change.Status, tracker.MeaningOf) is { } state)
            await db.DecidedThere(tracker, voice, state, state is VoiceState.WontFix ? null : change.Version, change.Words is { } words ? new(words, words) : null, now);
    }
}
