using Madoguchi.Cases.Following;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Line.Keeping;

/// <summary>Looks after those whose turn has come: who opens their page is there, and who stays away longer than the front is kept goes out of the line.</summary>
public sealed class HoldFollower(Leases leases, Writes writes, IDbContextFactory<Db> contexts, Presence presence, TimeProvider clock, ILogger<HoldFollower> log) : BackgroundService
{
    private const string Name = "lineHolds";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(30);

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
                log.LogWarning(away, "Those who were called are looked after the next time");
            }
        }
    }

    /// <summary>How many came, or went. Each is judged again under its lock.</summary>
    public async Task<int> Pass(CancellationToken ct)
    {
        var (here, gone) = await Due(ct);
        if (here.Count + gone.Count == 0 || await leases.Take(Name, Held, ct) is not { } lease)
            return 0;
        var done = 0;
        foreach (var (id, since) in here)
            done += await Fenced(lease, db => db.Arrive(id, since, clock.Now), ct) ? 1 : 0;
        foreach (var id in gone)
            done += await Fenced(lease, db => db.GiveUp(id, clock.Now), ct) ? 1 : 0;
        return done;
    }

    private async Task<(List<(Id<Ticket> Id, DateTimeOffset Since)> Here, List<Id<Ticket>> Gone)> Due(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var gone = await db.AwayTooLong(clock.Now).OrderBy(t => t.HeldUntil).Select(t => t.Id).ToListAsync(ct);
        var here = new List<(Id<Ticket>, DateTimeOffset)>();
        foreach (var ticket in await db.Expected().ToListAsync(ct))
        {
            if (presence.Customer(ticket.CaseId, null) is { State: Nearness.Connected } there && (ticket.State is TicketState.Called || there.Since > ticket.HeldAt))
                here.Add((ticket.Id, there.Since ?? clock.Now));
        }

        return (here, gone);
    }

    // The node may have slept in between, and another one have taken over.
    private Task<bool> Fenced(Lease lease, Func<Db, Task<bool>> act, CancellationToken ct) =>
        writes.Write(async db => await db.Holds(lease) && await act(db), ct);
}
