using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Warming;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Changing;

/// <summary>A voice cools while nothing happens: whoever follows it hears of that, too, when it has moved by enough to matter.</summary>
public sealed class CoolingFollower(Leases leases, Writes writes, IDbContextFactory<Db> contexts, TimeProvider clock, ILogger<CoolingFollower> log) : BackgroundService
{
    /// <summary>So many degrees matter.</summary>
    public const double Matters = 5;

    private const string Name = "cooling voices";
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

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
                log.LogWarning(away, "Cooling voices wait for the next time");
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "Cooling of voices failed, and is tried again"); // one fault must not stop the house
            }
        }
    }

    /// <summary>How many have moved.</summary>
    public async Task<int> Pass(CancellationToken ct)
    {
        if (await leases.Take(Name, Every, ct) is not { } lease)
            return 0;
        await writes.Write(async db =>
        {
            if (await db.Holds(lease))
                await db.WeighRepeated(null); // two records have become one customer meanwhile
        }, ct);
        var moved = await Moved(ct);
        foreach (var id in moved)
        {
            await writes.Write(async db =>
            {
                if (!await db.Holds(lease))
                    return;
                await db.TouchVoice(id, Change.Temperature, clock.Now);
                await db.SaveChangesAsync(CancellationToken.None);
            }, ct);
        }

        return moved.Count;
    }

    private async Task<List<Id<Voice>>> Moved(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var told = await db.Voices.AsNoTracking().Where(v => v.MergedIntoId == null && v.Untold == null && v.ToldDegrees != null).Select(v => new { v.Id, v.ToldDegrees }).ToListAsync(ct);
        var now = await db.Heats(clock.Now, ct);
        return [.. told.Where(v => Math.Abs((now.GetValueOrDefault(v.Id) ?? Heat.None).Warmth.Degrees - v.ToldDegrees!.Value) >= Matters).Select(v => v.Id)]; // filtered: not null
    }
}
