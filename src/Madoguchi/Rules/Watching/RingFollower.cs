using System.Text.Json;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Rules.Watching;

/// <summary>Tells supervisors that a rule is broken, and for how many since the last time.</summary>
public sealed class RingFollower : OutboxWork
{
    public override string Kind => RuleBroken.Work;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var id = new Id<Rule>(JsonSerializer.Deserialize<RuleBroken>(payload, Json.Options)!.RuleId); // only ever written from one
        if (await db.HoldRing(id) is not { } ring)
            return;
        ring.DueAt = null;
        var rule = await db.Rules.AsNoTracking().SingleAsync(r => r.Id == id, CancellationToken.None);
        var fresh = rule.IsInUse ? await db.RuleBreaks.Where(b => b.RuleId == id && b.HealedAt == null && b.RangAt == null).ExecuteUpdateAsync(b => b.SetProperty(r => r.RangAt, now), CancellationToken.None) : 0;
        if (fresh > 0)
        {
            ring.RangAt = now;
            await db.NoticeSupervisors(Notice.RuleBroken, $"/desk/rules/{id}", $"{rule.Name} ({fresh})", now);
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }
}
