using Madoguchi.Rules.Keeping;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Rules.Watching;

/// <summary>Looks through what was stored before a rule was written, and at what time alone breaks: on one node at a time, and after a stop from where it was.</summary>
public sealed class RulesFollower(Leases leases, Writes writes, IDbContextFactory<Db> contexts, TimeProvider clock, ILogger<RulesFollower> log) : BackgroundService
{
    private const string Name = "rules";
    private const int Most = 200;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
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
                log.LogWarning(away, "Rules are looked at the next time");
            }
        }
    }

    /// <summary>How many events of the past were read, and how many keys looked at again.</summary>
    public async Task<int> Pass(CancellationToken ct)
    {
        var done = 0;
        for (var more = true; more && !ct.IsCancellationRequested;)
        {
            var (unread, due) = await Waiting(ct);
            if ((unread.Count == 0 && due.Count == 0) || await leases.Take(Name, Lease, ct) is not { } lease)
                return done;
            var now = 0;
            foreach (var rule in unread)
                now += await ReadOn(rule, lease, ct);
            foreach (var keys in due)
                now += await LookAgain(keys.Key, [.. keys], lease, ct);
            done += now;
            more = now > 0;
        }

        return done;
    }

    private async Task<(List<Rule> Unread, List<IGrouping<Id<Rule>, string>> Due)> Waiting(CancellationToken ct)
    {
        var now = clock.Now;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var unread = await db.Rules.AsNoTracking().Where(r => r.CheckedAt == null && r.RetiredAt == null).ToListAsync(ct);
        var due = await db.Set<KeyState>().AsNoTracking().Where(s => s.DueAt < now && db.Set<Rule>().Any(r => r.Id == s.RuleId && r.CheckedAt != null && r.RetiredAt == null))
            .OrderBy(s => s.DueAt).Take(Most).Select(s => new { s.RuleId, s.Key }).ToListAsync(ct);
        return (unread, [.. due.GroupBy(s => s.RuleId, s => s.Key)]);
    }

    private async Task<int> ReadOn(Rule rule, Lease lease, CancellationToken ct)
    {
        await using var history = await contexts.CreateDbContextAsync(ct);
        var page = await history.EventsBefore(rule, Most, ct);
        return await writes.Write(async db => await db.Holds(lease) && await db.ReadOn(rule, page, page.Count < Most, clock.Now) ? Math.Max(1, page.Count) : 0, ct);
    }

    private Task<int> LookAgain(Id<Rule> id, List<string> keys, Lease lease, CancellationToken ct) =>
        writes.Write(async db => await db.Holds(lease) && (await db.HoldRules([id])).SingleOrDefault() is { CheckedAt: not null } rule ? await db.LookAgain(rule, keys, clock.Now) : 0, ct);
}
