using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Line.Offering;

/// <summary>Where work is offered: asks one agent after the other whether they take a turn.</summary>
public sealed class OfferFollower(Leases leases, Writes writes, IDbContextFactory<Db> contexts, TimeProvider clock, ILogger<OfferFollower> log) : BackgroundService
{
    private const string Name = "lineOffers";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(10);

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
                log.LogWarning("Turns are offered the next time: {Reason}", away.Message);
            }
        }
    }

    /// <summary>How many were asked.</summary>
    public async Task<int> Pass(CancellationToken ct)
    {
        List<Id<Desk>> desks;
        await using (var db = await contexts.CreateDbContextAsync(ct))
            desks = await db.LinesToOffer(clock.Now, ct);
        if (desks.Count == 0 || await leases.Take(Name, Held, ct) is not { } lease)
            return 0;
        var asked = 0;
        foreach (var desk in desks)
            asked += await writes.Write(async db => await db.Holds(lease) ? await db.OfferTurns(desk, clock.Now) : 0, ct);
        return asked;
    }
}
