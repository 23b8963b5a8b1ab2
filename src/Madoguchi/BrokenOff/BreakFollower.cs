using Madoguchi.Cases;
using Madoguchi.Cases.Following;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.BrokenOff;

/// <summary>Finds contacts that broke off midway, once a minute, on one node.</summary>
public sealed class BreakFollower(Leases leases, Writes writes, IDbContextFactory<Db> contexts, Presence presence, Waits waits, TimeProvider clock, ILogger<BreakFollower> log) : BackgroundService
{
    private const string Name = "brokenOff";
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
                log.LogWarning(away, "Broken-off contacts are looked for the next time");
            }
        }
    }

    /// <summary>How many were found. Each is judged again under its lock: a customer who writes at this moment has not broken off.</summary>
    public async Task<int> Pass(CancellationToken ct)
    {
        await presence.Note(ct); // who is here now has not left
        var found = 0;
        foreach (var chunk in (await Candidates(ct)).Chunk(Chunk))
        {
            if (await leases.Take(Name, Every, ct) is not { } lease)
                return found;
            foreach (var id in await Judge(chunk, ct))
                found += await Mark(id, lease, ct) ? 1 : 0;
        }

        await Forget(ct);
        return found;
    }

    // Closed by silence, and the customer's link opens nothing any more: nobody can be followed up.
    private async Task Forget(CancellationToken ct)
    {
        List<Id<Case>> lost;
        await using (var db = await contexts.CreateDbContextAsync(ct))
            lost = await db.LostForGood(clock.Now).ToListAsync(ct);
        foreach (var id in lost)
        {
            await writes.Write(async db =>
            {
                if (await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None) is { BreakId: { } open } theCase)
                {
                    var broken = await db.Breaks.AsTracking().SingleAsync(b => b.Id == open, CancellationToken.None);
                    theCase.GiveUp(broken, clock.Now);
                    await db.SaveChangesAsync(CancellationToken.None);
                }
            }, ct);
        }
    }

    private async Task<List<Id<Case>>> Candidates(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.MayHaveBrokenOff(waits, clock.Now, ct);
    }

    // Beside the door: nobody who writes waits for the reading of whole conversations.
    private async Task<List<Id<Case>>> Judge(IReadOnlyList<Id<Case>> ids, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return [.. (await db.BrokenOff(await db.Cases.Where(c => ids.Contains(c.Id)).ToListAsync(ct), waits, clock.Now, ct)).Keys];
    }

    private Task<bool> Mark(Id<Case> id, Lease lease, CancellationToken ct) =>
        writes.Write(async db =>
        {
            // The node may have slept in between, and another one have taken over.
            if (!await db.Holds(lease))
                return false;
            var now = clock.Now;
            var theCase = await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None);
            if (!(await db.BrokenOff([theCase], waits, now, CancellationToken.None)).TryGetValue(id, out var how) || db.BreakOff(theCase, how, By.System, now) is null)
                return false;
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }, ct);
}
