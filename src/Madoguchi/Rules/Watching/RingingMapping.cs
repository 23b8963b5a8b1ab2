using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Rules.Watching;

/// <param name="RuleId">The rule that is broken.</param>
public sealed record RuleBroken(Guid RuleId)
{
    /// <summary>The outbox's kind.</summary>
    public const string Work = "ruleBroken";
}

public static class RingingMapping
{
    extension(Db db)
    {
        /// <summary>Supervisors hear of the first one at once, and of the next ones together.</summary>
        public async Task RingFor(Rule rule, DateTimeOffset now)
        {
            if (await db.HoldRing(rule.Id) is not { } ring || ring.Ring(now) is not { } due)
                return;
            db.Enqueue(RuleBroken.Work, new RuleBroken(rule.Id.Value), now, due);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        internal async Task<RuleRing?> HoldRing(Shared.Id<Rule> rule) => (await (db.IsPostgres
            ? db.Set<RuleRing>().FromSql($"""select * from rule_rings where "RuleId" = {rule.Value} for update""")
            : db.Set<RuleRing>().Where(r => r.RuleId == rule)).AsTracking().ToListAsync(CancellationToken.None)).SingleOrDefault();
    }
}
