using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Timeline;

/// <summary>What learns from entries: it sees each at least once, in no promised order, and takes a repeat as nothing new. It runs inside the
/// door, in the transaction that takes the entries off the list.</summary>
public abstract class EntryWork
{
    public abstract Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now);
}

/// <summary>Gives fresh entries to those who learn from them, many at a time, by any node (<c>for update skip locked</c>).</summary>
public sealed class EntryFollower(Writes writes, IEnumerable<EntryWork> works, Signals signals, TimeProvider clock, ILogger<EntryFollower> log) : BackgroundService
{
    internal const string Topic = "entries";
    private const int Many = 200;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    // What is said in the same moment is followed up in one transaction: two hundred words at once cost little more than one.
    private static readonly TimeSpan Gathers = TimeSpan.FromMilliseconds(100);
    private readonly EntryWork[] works = [.. works];

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
                log.LogWarning(away, "Fresh entries wait for the database");
            }
        }
    }

    /// <summary>Follows up all that is due now; how many entries.</summary>
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
        List<FreshEntry> taken = [];
        try
        {
            return await writes.Write(async db =>
            {
                taken = await Take(db, clock.Now, atMost);
                if (taken.Count == 0)
                    return 0;
                var entries = await Read(db, taken);
                foreach (var work in works)
                    await work.Do(db, entries, clock.Now);
                db.Set<FreshEntry>().RemoveRange(taken);
                await db.SaveChangesAsync(CancellationToken.None);
                return taken.Count;
            }, ct);
        }
        catch (Exception failed) when (taken.Count > 0 && failed is not OperationCanceledException && !failed.IsDatabaseAway)
        {
            if (taken.Count > 1)
                return await Next(taken.Count / 2, ct);
            log.LogError(failed, "Entry {Number} of case {Case} could not be followed up", taken[0].Number, taken[0].CaseId);
            await Postpone(taken[0], failed.Message, ct);
            return 1;
        }
    }

    private static Task<List<FreshEntry>> Take(Db db, DateTimeOffset now, int atMost) => (db.IsPostgres
        ? db.Set<FreshEntry>().FromSql($"""select * from fresh_entries where "DueAt" <= {now} order by "DueAt", "CaseId", "Number" limit {atMost} for update skip locked""")
        : db.Set<FreshEntry>().Where(f => f.DueAt <= now).OrderBy(f => f.DueAt).ThenBy(f => f.CaseId).ThenBy(f => f.Number).Take(atMost)).ToListAsync(CancellationToken.None);

    private static Task<List<Entry>> Read(Db db, List<FreshEntry> fresh)
    {
        var pairs = string.Join(", ", fresh.Select((_, i) => $"({{{2 * i}}}, {{{(2 * i) + 1}}})"));
        object[] values = [.. fresh.SelectMany(f => new object[] { f.CaseId.Value, f.Number })];
#pragma warning disable EF1002 // the text is made of places for parameters only
        return db.Entries.FromSqlRaw($"""select * from entries where ("CaseId", "Number") in (values {pairs})""", values).AsNoTracking()
            .OrderBy(e => e.CaseId).ThenBy(e => e.Number).ToListAsync(CancellationToken.None);
#pragma warning restore EF1002
    }

    private Task Postpone(FreshEntry which, string error, CancellationToken ct) =>
        writes.Write(async db =>
        {
            if (await db.Set<FreshEntry>().AsTracking().SingleOrDefaultAsync(f => f.CaseId == which.CaseId && f.Number == which.Number, CancellationToken.None) is not { } row)
                return;
            row.Attempts++;
            row.Error = error;
            row.DueAt = clock.Now + TimeSpan.FromSeconds(Math.Pow(4, Math.Min(row.Attempts, 8)));
            await db.SaveChangesAsync(CancellationToken.None);
        }, ct);
}
