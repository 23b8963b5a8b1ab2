using Madoguchi.Desks;
using Madoguchi.ProductLog;
using Madoguchi.Rules.Checking;
using Madoguchi.Rules.Watching;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Rules.Keeping;

public static class KeepingMapping
{
    private const int PreviewDays = 7;
    private const int PreviewMost = 100_000;

    extension(Db db)
    {
        /// <summary>What is in use first, by name.</summary>
        public async Task<IReadOnlyList<RuleView>> RulesNow(CancellationToken ct)
        {
            var counts = await db.RuleBreaks.Where(b => b.HealedAt == null).GroupBy(b => b.RuleId).Select(g => new { g.Key, Broken = g.Count(), Untold = g.Count(b => b.ToldAt == null) }).ToDictionaryAsync(c => c.Key, ct);
            return [.. (await db.Rules.AsNoTracking().ToListAsync(ct)).OrderBy(r => !r.IsInUse).ThenBy(r => r.Name, StringComparer.Ordinal)
                .Select(r => counts.GetValueOrDefault(r.Id) is { } c ? RuleView.Of(r, c.Broken, c.Untold) : RuleView.Of(r, 0, 0))];
        }

        public async Task<RuleView?> RuleNow(Id<Rule> id, CancellationToken ct) =>
            await db.Rules.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is { } rule
                ? RuleView.Of(rule, await db.OpenBreaks(id).CountAsync(ct), await db.OpenBreaks(id).CountAsync(b => b.ToldAt == null, ct)) : null;

        internal IQueryable<RuleBreak> OpenBreaks(Id<Rule> id) => db.RuleBreaks.Where(b => b.RuleId == id && b.HealedAt == null);

        public async Task<Result<RuleMade, RuleRefusal>> MakeRule(NewRule asked, CurrentAgent by, DateTimeOffset now)
        {
            var rule = new Rule { Id = Id<Rule>.New(), Name = "", Kind = default, When = "", Key = "", Version = 0, CreatedAt = now, ChangedAt = now, ById = by.Id, ByName = by.Name };
            rule.Become(asked, by, now);
            db.Rules.Add(rule);
            db.Set<RuleRing>().Add(new() { RuleId = rule.Id });
            await db.SaveChangesAsync(CancellationToken.None);
            return new RuleMade(rule.Id, rule.Version);
        }

        /// <summary>The whole rule as it is to be. Where it asks for something else, what was found by the old words goes, and everything stored is looked at anew; who was told stays told.</summary>
        public async Task<Result<RuleMade, RuleRefusal>> ChangeRule(Id<Rule> id, NewRule to, CurrentAgent by, int? expected, DateTimeOffset now)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } rule)
                return RuleRefusal.Unknown;
            if (expected is { } version && version != rule.Version)
                return RuleRefusal.ChangedMeanwhile;
            if (rule.Become(to, by, now))
                await db.Forget(id, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new RuleMade(id, rule.Version);
        }

        /// <summary>Out of use; what it has found stays to be read.</summary>
        public async Task<Result<RuleMade, RuleRefusal>> RetireRule(Id<Rule> id, int? expected, DateTimeOffset now)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } rule)
                return RuleRefusal.Unknown;
            if (expected is { } version && version != rule.Version)
                return RuleRefusal.ChangedMeanwhile;
            if (rule.IsInUse)
                (rule.RetiredAt, rule.Version) = (now, rule.Version + 1);
            await db.Set<KeyState>().Where(s => s.RuleId == id).ExecuteDeleteAsync(CancellationToken.None);
            await db.SaveChangesAsync(CancellationToken.None);
            return new RuleMade(id, rule.Version);
        }

        /// <summary>What the rule would have found in the last days.</summary>
        public async Task<RulePreview> PreviewRule(NewRule asked, DateTimeOffset now, CancellationToken ct)
        {
            var rule = new Rule { Id = default, Name = "", Kind = default, When = "", Key = "", CreatedAt = now, ChangedAt = now, ById = default, ByName = "" };
            rule.Become(asked, CurrentAgent.Bootstrap, now);
            var (from, state, events) = (now.AddDays(-PreviewDays), new Dictionary<string, List<Seen>>(), 0);
            // An A that came long before counts for what came in these days.
            var since = rule.Kind is RuleKind.FollowedBy ? from - rule.Terms.Within : DateTimeOffset.MinValue;
            await foreach (var told in db.EventsOf(rule).Where(e => e.Time >= since && e.Time <= now).OrderByDescending(e => e.Time).Take(PreviewMost).AsAsyncEnumerable().WithCancellation(ct))
            {
                events++;
                if (rule.Sees(told) is var (key, seen))
                    (state.TryGetValue(key, out var known) ? known : state[key] = []).Add(seen);
            }

            var broken = state.Values.Count(seen => RuleState.Empty.With(rule.Terms, seen).Broken(rule.Terms, now) is { } breach && breach.Since >= from);
            return new(PreviewDays, broken, events, events < PreviewMost);
        }

        /// <summary>Types that the products have sent lately, the most frequent first: what a rule may name.</summary>
        public async Task<IReadOnlyList<string>> TypesSeen(CancellationToken ct) =>
            await db.ProductEvents.OrderByDescending(e => e.ReceivedAt).Take(5000).GroupBy(e => e.Type).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(100).ToListAsync(ct);

        private async Task Forget(Id<Rule> id, DateTimeOffset now)
        {
            await db.Set<KeyState>().Where(s => s.RuleId == id).ExecuteDeleteAsync(CancellationToken.None);
            await db.RuleBreakKeys.Where(k => db.Set<RuleBreak>().Any(b => b.Id == k.BreakId && b.RuleId == id && b.ToldAt == null && b.RecipientId == null)).ExecuteDeleteAsync(CancellationToken.None);
            await db.RuleBreaks.Where(b => b.RuleId == id && b.ToldAt == null && b.RecipientId == null).ExecuteDeleteAsync(CancellationToken.None);
            await db.RuleBreaks.Where(b => b.RuleId == id && b.HealedAt == null).ExecuteUpdateAsync(b => b.SetProperty(r => r.HealedAt, now), CancellationToken.None);
        }
    }
}
