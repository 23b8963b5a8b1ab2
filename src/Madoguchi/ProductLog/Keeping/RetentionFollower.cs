using Madoguchi.ProductLog.Setting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.ProductLog.Keeping;

/// <summary>Forgets events when their time is over; those that a finding rests on stay.</summary>
public sealed class RetentionFollower(Leases leases, Writes writes, TimeProvider clock, ILogger<RetentionFollower> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);
    private const int AtOnce = 500;

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
                log.LogWarning(away, "Old events stay until the next time");
            }
        }
    }

    /// <summary>In small pieces, so that nobody who writes waits for it. How many were forgotten.</summary>
    public async Task<int> Pass(CancellationToken ct)
    {
        for (var all = 0; ;)
        {
            if (await leases.Take("product-log", Every, ct) is not { } lease)
                return all;
            var gone = await writes.Write(async db => await db.Holds(lease) ? await Forget(db, clock.Now) : 0, ct);
            all += gone;
            if (gone == 0)
                return all;
        }
    }

    private static async Task<int> Forget(Db db, DateTimeOffset now)
    {
        var before = now.AddDays(-(await db.ProductLogSettings(CancellationToken.None)).RetentionDays);
        // Locked before they are looked at again: what is cited in this very moment stays.
        var due = db.IsPostgres
            ? db.ProductEvents.FromSql($"""select * from product_events where "ReceivedAt" < {before} and not "Cited" order by "ReceivedAt" limit {AtOnce} for update skip locked""")
            : db.ProductEvents.Where(e => e.ReceivedAt < before && !e.Cited).OrderBy(e => e.ReceivedAt).Take(AtOnce);
        var ids = (await due.AsNoTracking().ToListAsync(CancellationToken.None)).ConvertAll(e => e.Id);
        await db.EventKeys.Where(k => ids.Contains(k.EventId)).ExecuteDeleteAsync(CancellationToken.None);
        await db.Set<FreshEvent>().Where(f => ids.Contains(f.EventId)).ExecuteDeleteAsync(CancellationToken.None);
        return await db.ProductEvents.Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync(CancellationToken.None);
    }
}
