using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Following;

/// <summary>The net below lost signals, and the end of lost rights: every few seconds one query over all cases that somebody watches at this node,
/// and one over all agents who watch, instead of one for each stream. What differs from the last time is rung for.</summary>
public sealed class WatchFollower(Signals signals, IDbContextFactory<Db> contexts, TimeProvider clock, ILogger<WatchFollower> log) : BackgroundService
{
    /// <summary>A right taken away ends its streams within five seconds.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(4);
    private const int Chunk = 500;
    private Dictionary<string, object> seen = [];

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
                log.LogWarning("Nobody is told what was missed, for a moment: {Reason}", away.Message);
            }
        }
    }

    public async Task Pass(CancellationToken ct)
    {
        var now = new Dictionary<string, object>();
        foreach (var (topic, state) in (await Look<Case>(Cases, ct)).Concat(await Look<Agent>(Agents, ct)))
        {
            now[topic] = state;
            // What is new here is rung for too: between a stream's first look and now something may have been missed.
            if (!seen.TryGetValue(topic, out var before) || !before.Equals(state))
                signals.Ring(new Signal(topic, Signal.Look));
        }

        seen = now;
    }

    private async Task<List<(string Topic, object State)>> Look<T>(Func<Db, List<Id<T>>, CancellationToken, Task<List<(string, object)>>> look, CancellationToken ct)
    {
        var prefix = Topic.Of(default(Id<T>)).Split(':')[0] + ":";
        var watched = signals.Watched.Where(t => t.StartsWith(prefix, StringComparison.Ordinal)).Select(t => Id<T>.Parse(t[prefix.Length..], null)).ToList();
        var states = new List<(string, object)>(watched.Count);
        foreach (var chunk in watched.Chunk(Chunk))
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            states.AddRange(await look(db, [.. chunk], ct));
        }

        return states;
    }

    // What has moved, whose token was taken away, and what is so long closed that no token opens it.
    private async Task<List<(string, object)>> Cases(Db db, List<Id<Case>> ids, CancellationToken ct)
    {
        var closedBefore = clock.Now - Case.OpenAfterClosing;
        var cases = await db.Cases.Where(c => ids.Contains(c.Id)).Select(c => new
        {
            c.Id, c.LastEntry, Shut = c.ClosedAt != null && c.ClosedAt <= closedBefore, Revoked = db.Set<CaseToken>().Count(t => t.CaseId == c.Id && t.RevokedAt != null),
        }).ToListAsync(ct);
        return [.. cases.Select(c => (Topic.Of(c.Id), (object)(c.LastEntry, c.Shut, c.Revoked)))];
    }

    private static async Task<List<(string, object)>> Agents(Db db, List<Id<Agent>> ids, CancellationToken ct)
    {
        var agents = await db.Agents.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.LeftAt, a.Role, Seats = a.Seats.Select(s => s.DeskId).ToList() }).ToListAsync(ct);
        return [.. agents.Select(a => (Topic.Of(a.Id), (object)(a.LeftAt, a.Role, string.Join(' ', a.Seats.Select(s => s.Value).Order()))))];
    }
}
