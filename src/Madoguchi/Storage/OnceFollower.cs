using Madoguchi.Shared;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Storage;

/// <summary>Forgets once-keys after their seven days.</summary>
public sealed class OnceFollower(Leases leases, Writes writes, TimeProvider clock, ILogger<OnceFollower> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);
    private const int Chunk = 2_000;

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
                log.LogWarning(away, "Old once-keys stay until the next time");
            }
        }
    }

    /// <summary>In small pieces, so that nobody who writes waits for it. How many were forgotten.</summary>
    public async Task<int> Pass(CancellationToken ct)
    {
        for (var all = 0; ;)
        {
            if (await leases.Take("once", Every, ct) is not { } lease)
                return all;
            var gone = await writes.Write(async db =>
            {
                var before = db.Stored(clock.Now - Once.Kept);
                return await db.Holds(lease)
                    ? await db.Database.ExecuteSqlAsync($"""delete from once where "Id" in (select "Id" from once where "At" < {before} limit {Chunk})""", CancellationToken.None) : 0;
            }, ct);
            all += gone;
            if (gone < Chunk)
                return all;
        }
    }
}
