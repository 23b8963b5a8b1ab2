using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Snoozing;

/// <summary>Brings back what was laid aside when its time has come: one node, each case under its lock.</summary>
public sealed class SnoozeFollower(Leases leases, Writes writes, IDbContextFactory<Db> contexts, TimeProvider clock, ILogger<SnoozeFollower> log) : BackgroundService
{
    private const string Name = "snooze";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

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
                log.LogWarning(away, "What was laid aside comes back a little later");
            }
        }
    }

    /// <summary>How many came back.</summary>
    public async Task<int> Pass(CancellationToken ct)
    {
        if (await Due(ct) is not { Count: > 0 } due || await leases.Take(Name, Lease, ct) is not { } lease)
            return 0;
        var woken = 0;
        foreach (var id in due)
            woken += await Wake(id, lease, ct) ? 1 : 0;
        return woken;
    }

    private async Task<List<Id<Case>>> Due(CancellationToken ct)
    {
        var now = clock.Now;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Cases.Where(c => c.SnoozedUntil <= now).OrderBy(c => c.SnoozedUntil).Select(c => c.Id).Take(200).ToListAsync(ct);
    }

    private Task<bool> Wake(Id<Case> id, Lease lease, CancellationToken ct) =>
        writes.Write(async db =>
        {
            if (!await db.Holds(lease))
                return false;
            var now = clock.Now;
            var theCase = await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None);
            if (theCase.WakeAt(now) is not { } woke)
                return false;
            db.Record(theCase, By.System, woke, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }, ct);
}
