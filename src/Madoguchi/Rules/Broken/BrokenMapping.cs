using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.ProductLog.Tying;
using Madoguchi.Rules.Keeping;
using Madoguchi.Rules.Telling;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Rules.Broken;

public static class BrokenMapping
{
    /// <summary>What is opened later than this much before an event may be about it: clocks differ.</summary>
    internal static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(10);

    // As many as anybody reads beside a case.
    private const int Most = 100;

    extension(Db db)
    {
        /// <summary>The rules that are broken for the customer of this case, the newest break first.</summary>
        public async Task<IReadOnlyList<CaseBreak>> BreaksOf(Case theCase, CancellationToken ct)
        {
            if (!await db.RuleBreaks.AnyAsync(b => b.HealedAt == null, ct))
                return [];
            var ties = await db.TiesOf(theCase.CustomerId, ct);
            var values = ties.Select(t => t.Folded).OfType<string>().ToList();
            var hit = await db.RuleBreakKeys.AsNoTracking().Where(k => values.Contains(k.Value))
                .Join(db.RuleBreaks.AsNoTracking().Where(b => b.HealedAt == null), k => k.BreakId, b => b.Id, (k, b) => new { k.Value, Break = b }).OrderByDescending(h => h.Break.EventTime).Take(Most).ToListAsync(ct);
            var ids = hit.Select(h => h.Break.RuleId).Distinct().ToList();
            var rules = await db.Rules.AsNoTracking().Where(r => ids.Contains(r.Id) && r.RetiredAt == null).ToDictionaryAsync(r => r.Id, ct);
            var counts = await db.RuleBreaks.Where(b => ids.Contains(b.RuleId) && b.HealedAt == null).GroupBy(b => b.RuleId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            return [.. from one in hit
                       where rules.ContainsKey(one.Break.RuleId)
                       group one by one.Break.Id into of
                       let first = of.First().Break
                       orderby first.EventTime descending
                       select new CaseBreak(rules[first.RuleId], first, counts[first.RuleId], of.Any(h => ties.Any(t => t.Proven && t.Folded == h.Value)))];
        }

        /// <summary>Everyone hit, the first hit first; customers and cases only as far as this agent may see them.</summary>
        public async Task<BrokenList> BrokenNow(Id<Rule> rule, CurrentAgent agent, BrokenCursor? after, int atMost, CancellationToken ct)
        {
            var breaks = db.OpenBreaks(rule);
            if (after is { } last)
                breaks = breaks.Where(b => b.Since > last.Since || (b.Since == last.Since && b.Id > last.Id));
            var page = await breaks.AsNoTracking().OrderBy(b => b.Since).ThenBy(b => b.Id).Take(atMost).ToListAsync(ct);
            var (hits, told, asked) = (await db.CustomersHit(page, ct), page.Select(b => b.CaseId).OfType<Id<Case>>().ToList(), page.Select(b => b.RecipientId).OfType<Id<Recipient>>().ToList());
            var people = hits.Values.Select(h => h.Id).Distinct().ToList();
            var visible = db.Cases.AsNoTracking().VisibleTo(agent, db);
            var cases = (await visible.Where(c => people.Contains(c.CustomerId)).OrderByDescending(c => c.ActiveAt).Select(c => new SeenCase(c.Id, c.CustomerId, c.OpenedAt)).Take(1000).ToListAsync(ct)).ToLookup(c => c.CustomerId);
            var toldIn = (await visible.Where(c => told.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct)).ToHashSet();
            var waiting = (await db.RuleRecipients.Where(r => asked.Contains(r.Id) && r.State == RecipientState.Waiting).Select(r => r.Id).ToListAsync(ct)).ToHashSet();
            return new([.. page.Select(b =>
            {
                var who = hits.GetValueOrDefault(b.Id) is { } hit && (agent.SeesAll || cases[hit.Id].Any()) ? hit : null;
                var at = b.CaseId is { } there && toldIn.Contains(there) ? there : who is null ? null : cases[who.Id].FirstOrDefault(c => c.OpenedAt >= b.EventTime - ClocksDiffer)?.Id;
                return BrokenView.Of(b, b.RecipientId is { } r && waiting.Contains(r), who, at);
            })], await db.OpenBreaks(rule).CountAsync(ct), page.Count == atMost ? new BrokenCursor(page[^1].Since, page[^1].Id).ToString() : null);
        }
    }

    private sealed record SeenCase(Id<Case> Id, Id<Customer> CustomerId, DateTimeOffset OpenedAt);
}
