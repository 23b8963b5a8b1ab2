using Madoguchi.Cases.Timeline;
using Madoguchi.Line;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Calls.CallingBack;

/// <summary>Watches what was promised: the desk hears of it before it breaks, the supervisor when it has.</summary>
public sealed class PromiseFollower(Leases leases, Writes writes, IDbContextFactory<Db> contexts, TimeProvider clock, ILogger<PromiseFollower> log) : BackgroundService
{
    private const string Name = "callBacks";
    private const int Most = 200;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

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
                log.LogWarning(away, "Promised call backs are looked after the next time");
            }
        }
    }

    /// <summary>How many were told of.</summary>
    public async Task<int> Pass(CancellationToken ct)
    {
        if (await Near(ct) is not { Count: > 0 } near || await leases.Take(Name, Lease, ct) is not { } lease)
            return 0;
        var told = 0;
        foreach (var id in near)
            told += await Tell(id, lease, ct) ? 1 : 0;
        return told;
    }

    private async Task<List<Id<Ticket>>> Near(CancellationToken ct)
    {
        var (now, soon) = (clock.Now, clock.Now + Promise.Ahead);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var tickets = await db.Tickets.AsNoTracking().Where(t => t.Through == Through.Call
            && ((t.State == TicketState.Waiting && t.NotAfter <= soon) || (t.State == TicketState.Held && t.HeldUntil <= soon))).OrderBy(t => t.Rank).Take(Most).ToListAsync(ct);
        var ids = tickets.Select(t => Promise.Of(t.Id)).ToList();
        var known = await db.Promises.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return [.. tickets.Where(t => Promise.Of(t) is { } until && (known.GetValueOrDefault(Promise.Of(t.Id)) ?? new() { Id = Promise.Of(t.Id), Until = until }).Watch(until, now) is not null).Select(t => t.Id)];
    }

    private Task<bool> Tell(Id<Ticket> id, Lease lease, CancellationToken ct) =>
        writes.Write(async db =>
        {
            var now = clock.Now;
            var known = await db.Tickets.AsNoTracking().Where(t => t.Id == id).Select(t => new { t.DeskId, t.CaseId }).SingleAsync(CancellationToken.None);
            await db.LockLine(known.DeskId); // or somebody calls them at this moment
            var theCase = await db.Lock(known.CaseId).AsTracking().SingleAsync(CancellationToken.None);
            var ticket = await db.Tickets.AsNoTracking().SingleAsync(t => t.Id == id, CancellationToken.None);
            if (!await db.Holds(lease) || ticket.Promised is not { } until)
                return false;
            var of = Promise.Of(id);
            var promise = await db.Promises.AsTracking().SingleOrDefaultAsync(p => p.Id == of, CancellationToken.None) ?? db.Promises.Add(new() { Id = of, Until = until }).Entity;
            if (promise.Watch(until, now) is not { } isBroken)
                return false;
            db.Record(theCase, By.System, new CallBackLate(id.Value, ticket.Number, until, isBroken), now);
            db.Enqueue(Ring.Work, isBroken ? new Ring(theCase.Id, Ring.CallBackLate, [], [], [ticket.DeskId]) : Ring.AtDesks(theCase.Id, Ring.CallBackDue, null, ticket.DeskId), now);
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }, ct);
}
