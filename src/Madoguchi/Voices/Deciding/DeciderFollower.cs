using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Deciding;

/// <summary>What has waited a week for somebody's decision rings for them again, once a week, by one node.</summary>
public sealed class DeciderFollower(Leases leases, Writes writes, IDbContextFactory<Db> contexts, TimeProvider clock, ILogger<DeciderFollower> log) : BackgroundService
{
    private const string Name = "deciders";
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Pass(stoppingToken);
            }
            catch (Exception away) when (away.IsDatabaseAway)
            {
                log.LogWarning(away, "Who decides is reminded the next time");
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "Reminding of decisions failed, and is tried again"); // one fault must not stop the house
            }
        }
    }

    /// <summary>How many rang.</summary>
    public async Task<int> Pass(CancellationToken ct)
    {
        List<Id<Voice>> waiting;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            var old = clock.Now - Week;
            waiting = await db.Voices.Where(v => v.State == VoiceState.Open && v.MergedIntoId == null && v.DeciderId != null && v.WaitingSince <= old && !db.Set<VoiceKeeping>().Any(k => k.Id == v.Id && k.RemindedAt > old)).Select(v => v.Id).ToListAsync(ct);
        }

        if (waiting.Count == 0 || await leases.Take(Name, Every, ct) is not { } lease)
            return 0;
        var rang = 0;
        foreach (var id in waiting)
            rang += await writes.Write(db => Ring(db, id, lease), ct) ? 1 : 0;
        return rang;
    }

    private async Task<bool> Ring(Db db, Id<Voice> id, Lease lease)
    {
        var now = clock.Now;
        if (!await db.Holds(lease) || await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { State: VoiceState.Open, DeciderId: not null } voice || await db.KeepingOf(id) is not { } kept || kept.RemindedAt > now - Week)
            return false;
        kept.RemindedAt = now;
        db.RingDecider(voice, now);
        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }
}
