using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.ProductLog.Following;

/// <summary>What learns from the products' events: it sees each at least once, in no promised order, and takes a repeat as nothing new. It runs
/// inside the door, in the transaction that takes the events off the list.</summary>
public abstract class ProductEventWork
{
    public abstract Task Do(Db db, IReadOnlyList<ProductEvent> events, DateTimeOffset now);
}

/// <summary>Gives fresh events to those who learn from them, many at a time, by any node (<c>for update skip locked</c>).</summary>
public sealed class ProductEventFollower(Writes writes, IEnumerable<ProductEventWork> works, Signals signals, TimeProvider clock, ILogger<ProductEventFollower> log) : BackgroundService
{
    internal const string Topic = "events";
    private const int Many = 200;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    // What is sent in the same moment is followed up in one transaction.
    private static readonly TimeSpan Gathers = TimeSpan.FromMilliseconds(100);
    private readonly ProductEventWork[] works = [.. works];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ear = signals.Listen(Topic);
        while (!stoppingToken.IsCancellationRequested)
        {
            if ((await ear.Wait(Poll, stoppingToken)).Count > 0)
                await Task.Delay(Gathers, stoppingToken);
            try
            {
                await CatchUp(stoppingToken);
            }
            catch (Exception away) when (away.IsDatabaseAway)
            {
                log.LogWarning(away, "Fresh events wait for the database");
            }
        }
    }

    /// <summary>Follows up all that is due now; how many events.</summary>
    public async Task<int> CatchUp(CancellationToken ct)
    {
        for (var all = 0; ;)
        {
            var done = await Next(Many, ct);
            all += done;
            if (done == 0)
                return all;
        }
    }

    // One that fails must neither stop the others nor vanish: it is found by itself, and waits with its reason.
    private async Task<int> Next(int atMost, CancellationToken ct)
    {
        List<FreshEvent> taken = [];
        try
        {
            return await writes.Write(async db =>
            {
                taken = await Take(db, clock.Now, atMost);
                if (taken.Count == 0)
                    return 0;
                var ids = taken.Select(f => f.EventId).ToList();
                var events = await db.ProductEvents.AsNoTracking().Where(e => ids.Contains(e.Id)).OrderBy(e => e.Time).ThenBy(e => e.Id).ToListAsync(CancellationToken.None);
                foreach (var work in works)
                    await work.Do(db, events, clock.Now);
                db.Set<FreshEvent>().RemoveRange(taken);
                await db.SaveChangesAsync(CancellationToken.None);
                return taken.Count;
            }, ct);
        }
        catch (Exception failed) when (taken.Count > 0 && failed is not OperationCanceledException && !failed.IsDatabaseAway)
        {
            if (taken.Count > 1)
                return await Next(taken.Count / 2, ct);
            log.LogError(failed, "Product event {Event} could not be followed up", taken[0].EventId);
            await Postpone(taken[0].EventId, failed.Message, ct);
            return 1;
        }
    }

    private static Task<List<FreshEvent>> Take(Db db, DateTimeOffset now, int atMost) => (db.IsPostgres
        ? db.Set<FreshEvent>().FromSql($"""select * from fresh_events where "DueAt" <= {now} order by "DueAt", "EventId" limit {atMost} for update skip locked""")
        : db.Set<FreshEvent>().Where(f => f.DueAt <= now).OrderBy(f => f.DueAt).ThenBy(f => f.EventId).Take(atMost)).ToListAsync(CancellationToken.None);

    private Task Postpone(Id<ProductEvent> which, string error, CancellationToken ct) =>
        writes.Write(async db =>
        {
            if (await db.Set<FreshEvent>().AsTracking().SingleOrDefaultAsync(f => f.EventId == which, CancellationToken.None) is not { } row)
                return;
            row.Attempts++;
            row.Error = error;
            row.DueAt = clock.Now + TimeSpan.FromSeconds(Math.Pow(4, Math.Min(row.Attempts, 8)));
            await db.SaveChangesAsync(CancellationToken.None);
        }, ct);
}
