using Madoguchi.ProductLog.Sending;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.ProductLog.Setting;

/// <summary>After the fields have changed: looks through all that was there before, some at a time, and goes on where it was after a stop.</summary>
public sealed class ReindexingFollower(Writes writes, Signals signals, ILogger<ReindexingFollower> log) : BackgroundService
{
    internal const string Topic = "reindexing";
    private const int AtOnce = 200;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ear = signals.Listen(Topic);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await writes.Write(Some, stoppingToken))
                {
                }
            }
            catch (Exception away) when (away.IsDatabaseAway)
            {
                log.LogWarning(away, "Earlier events wait for the database");
            }

            await ear.Wait(Poll, stoppingToken);
        }
    }

    // One node at a time: whoever finds the row locked leaves the work to the other. New events have their keys already.
    // The settings first, as whoever changes them takes both.
    private static async Task<bool> Some(Db db)
    {
        var fields = (await db.ProductLogSettingsHeld()).Fields;
        var found = await (db.IsPostgres ? db.Set<Reindexing>().FromSql($"select * from product_log_reindexing for update skip locked") : db.Set<Reindexing>()).AsTracking().ToListAsync(CancellationToken.None);
        if (found is not [var reindexing])
            return false;
        var after = reindexing.After;
        var events = await db.ProductEvents.AsNoTracking().Where(e => after == null || e.Id > after.Value).OrderBy(e => e.Id).Take(AtOnce).ToListAsync(CancellationToken.None);
        await db.Index(events, fields);
        if (events is [.., var last])
            reindexing.After = last.Id;
        else
            db.Remove(reindexing);
        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }
}
