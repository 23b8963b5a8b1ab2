using Madoguchi.Desks.Hours;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Digesting;

/// <summary>On Monday at eight, where the house lives, the week that is over becomes a digest: once, by one node. A server that was off then makes it when it is back.</summary>
public sealed class DigestFollower(Leases leases, Writes writes, IDbContextFactory<Db> contexts, HouseZone zone, BaseAddress address, TimeProvider clock, ILogger<DigestFollower> log) : BackgroundService
{
    private const string Name = "digest";
    private const int Hour = 8;
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
                log.LogWarning(away, "The digest is made a little later");
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "The weekly digest failed, and is tried again"); // one fault must not stop the house
            }
        }
    }

    /// <summary>Whether one was made now.</summary>
    public async Task<bool> Pass(CancellationToken ct)
    {
        var now = clock.Now;
        var week = Week.Of(now, zone.Zone).Before;
        var (name, ended) = (week.Name, week.In(zone.Zone).To);
        if (now < ended.AddHours(Hour))
            return false;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            // A house that had no voice yet gets no empty letter.
            if (await db.Digests.AnyAsync(d => d.Week == name, ct) || !await db.Voices.AnyAsync(v => v.CreatedAt < ended, ct))
                return false;
        }

        return await leases.Take(Name, Every, ct) is { } lease && await writes.Write(async db => await db.Holds(lease) && await db.MakeDigest(week, zone, w => address.Of($"/desk/voices/digest?week={w.Name}"), now), ct);
    }
}
