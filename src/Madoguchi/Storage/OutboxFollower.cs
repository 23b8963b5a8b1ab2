using Madoguchi.Shared;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Storage;

/// <summary>Takes due rows one at a time, by any node (<c>for update skip locked</c>), and does each in one transaction with its removal.</summary>
public sealed class OutboxFollower(Writes writes, IEnumerable<OutboxWork> works, Signals signals, TimeProvider clock, ILogger<OutboxFollower> log) : BackgroundService
{
    public const int Tries = 8;
    internal const string Topic = "outbox";
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, OutboxWork> works = works.ToDictionary(w => w.Kind);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ear = signals.Listen(Topic);
        while (!stoppingToken.IsCancellationRequested)
        {
            await ear.Wait(Poll, stoppingToken);
            try
            {
                while (await DoNext(stoppingToken))
                {
                }
            }
            catch (Exception away) when (away.IsDatabaseAway)
            {
                log.LogWarning(away, "The outbox waits for the database");
            }
        }
    }

    /// <summary>Does one due row; false when none is due.</summary>
    public async Task<bool> DoNext(CancellationToken ct)
    {
        Id<OutboxRow>? taken = null;
        try
        {
            return await writes.Write(async db =>
            {
                taken = null;
                if (await Take(db, clock.Now) is not { } row)
                    return false;
                taken = row.Id;
                await works[row.Kind].Do(db, row.Payload, clock.Now);
                db.Outbox.Remove(row);
                await db.SaveChangesAsync(CancellationToken.None);
                return true;
            }, ct);
        }
        // The row's own fault, whatever it is: it must neither stop the others nor vanish.
        catch (Exception failed) when (taken is not null && failed is not OperationCanceledException && !failed.IsDatabaseAway)
        {
            log.LogError(failed, "Outbox row {Id} failed", taken);
            await Postpone(taken.Value, failed.Message, ct);
            return true;
        }
    }

    private static async Task<OutboxRow?> Take(Db db, DateTimeOffset now)
    {
        var due = db.IsPostgres
            ? db.Outbox.FromSql($"""select * from outbox where not "Parked" and "DueAt" <= {now} order by "DueAt" limit 1 for update skip locked""")
            : db.Outbox.Where(o => !o.Parked && o.DueAt <= now).OrderBy(o => o.DueAt).Take(1);
        return (await due.ToListAsync(CancellationToken.None)).SingleOrDefault();
    }

    private Task Postpone(Id<OutboxRow> id, string error, CancellationToken ct) =>
        writes.Write(async db =>
        {
            if (await db.Lock(id).SingleOrDefaultAsync(CancellationToken.None) is not { } row)
                return;
            if (works.TryGetValue(row.Kind, out var work) && work.Apart(row.Payload).ToList() is { Count: > 0 } parts)
            {
                db.Outbox.AddRange(parts.Select(p => new OutboxRow { Id = Id<OutboxRow>.New(), Kind = row.Kind, Payload = p, CreatedAt = row.CreatedAt, DueAt = row.DueAt }));
                db.Outbox.Remove(row);
                await db.SaveChangesAsync(CancellationToken.None);
                return;
            }

            row.Attempts++;
            row.Error = error;
            row.Parked = row.Attempts >= Tries;
            row.DueAt = clock.Now + TimeSpan.FromSeconds(Math.Pow(4, Math.Min(row.Attempts, 6)));
            await db.SaveChangesAsync(CancellationToken.None);
        }, ct);
}
