using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Solving;

/// <summary>Closes what has waited for its customer longer than the owner desk allows: on the record, as an outcome of its own.</summary>
public sealed class SilenceFollower(Leases leases, Writes writes, IDbContextFactory<Db> contexts, TimeProvider clock, ILogger<SilenceFollower> log) : BackgroundService
{
    private const string Name = "silence";
    private const int Chunk = 100;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

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
                log.LogWarning(away, "Silent cases wait for the next time");
            }
        }
    }

    /// <summary>How many were closed. Each is looked at again under its lock: a customer who writes at this moment is heard.</summary>
    public async Task<int> Pass(CancellationToken ct)
    {
        var closed = 0;
        foreach (var (silence, desks) in await Desks(ct))
        {
            foreach (var chunk in (await Due(silence, desks, ct)).Chunk(Chunk))
            {
                if (await leases.Take(Name, Every, ct) is not { } lease)
                    return closed;
                foreach (var id in chunk)
                    closed += await Close(id, silence, lease, ct) ? 1 : 0;
            }
        }

        return closed;
    }

    private async Task<Dictionary<TimeSpan, List<Id<Desk>>>> Desks(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var desks = await db.Desks.Select(d => new { d.Id, d.SilenceHours }).ToListAsync(ct);
        return desks.GroupBy(d => TimeSpan.FromHours(d.SilenceHours), d => d.Id).ToDictionary(g => g.Key, g => g.ToList());
    }

    private async Task<List<Id<Case>>> Due(TimeSpan silence, List<Id<Desk>> desks, CancellationToken ct)
    {
        var since = clock.Now - silence;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Cases.Where(c => (c.Status == Status.WaitingForCustomer || c.Status == Status.Proposed) && c.WaitingForCustomerSince <= since
            && c.PendingHandoverId == null && c.SnoozedUntil == null && desks.Contains(c.DeskId)).OrderBy(c => c.WaitingForCustomerSince).Select(c => c.Id).ToListAsync(ct);
    }

    private Task<bool> Close(Id<Case> id, TimeSpan silence, Lease lease, CancellationToken ct) =>
        writes.Write(async db =>
        {
            // The node may have slept in between, and another one have taken over.
            if (!await db.Holds(lease))
                return false;
            var now = clock.Now;
            var theCase = await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None);
            if (theCase.CloseBySilence(silence, now) is not { } happened)
                return false;

            db.Record(theCase, By.System, happened, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }, ct);
}
