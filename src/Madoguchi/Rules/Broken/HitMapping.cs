using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.ProductLog;
using Madoguchi.ProductLog.Setting;
using Madoguchi.Rules.Watching;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Rules.Broken;

public static class HitMapping
{
    private const int LongestChain = 10;

    extension(Db db)
    {
        /// <summary>Who stands behind these breaks, as far as they are known: by a tied key, by an address, by what they only told.</summary>
        public async Task<Dictionary<Id<RuleBreak>, HitCustomer>> CustomersHit(IReadOnlyList<RuleBreak> breaks, CancellationToken ct)
        {
            var ids = breaks.Select(b => b.Id).ToList();
            var keys = await db.RuleBreakKeys.AsNoTracking().Where(k => ids.Contains(k.BreakId)).ToListAsync(ct);
            var known = await db.WhoIs([.. keys.Select(k => k.Value).Distinct()], ct);
            var people = await db.HeadsOf([.. known.Select(k => k.Id).Distinct()], ct);
            var byValue = known.Where(k => people.ContainsKey(k.Id)).ToLookup(k => k.Value);
            var hits = new Dictionary<Id<RuleBreak>, HitCustomer>();
            foreach (var of in keys.GroupBy(k => k.BreakId))
            {
                if (of.SelectMany(k => byValue[k.Value]).OrderByDescending(w => w.By).ThenByDescending(w => w.At).FirstOrDefault() is { } best && people[best.Id] is var who)
                    hits[of.Key] = new(who.Id, who.Number, who.Name, who.Language, best.By);
            }

            return hits;
        }

        private async Task<List<Known>> WhoIs(IReadOnlyList<string> values, CancellationToken ct)
        {
            if (values.Count == 0)
                return [];
            var facts = (await db.ProductLogSettings(ct)).Facts;
            var tied = await db.CustomerKeys.AsNoTracking().Where(k => values.Contains(k.Folded)).Select(k => new Known(k.Folded, k.CustomerId, KnownBy.Tie, k.At)).ToListAsync(ct);
            var addresses = await db.Set<Address>().AsNoTracking().Where(a => a.Kind == AddressKind.Mail && values.Contains(a.Folded))
                .Select(a => new Known(a.Folded, a.CustomerId, a.VerifiedAt != null ? KnownBy.VerifiedAddress : KnownBy.ToldAddress, a.ToldAt)).ToListAsync(ct);
#pragma warning disable CA1304, CA1311, CA1862 // the database lowers it by its own rules; what it finds is folded by ours
            var told = await db.Facts.AsNoTracking().Where(f => f.ReplacedAt == null && facts.Contains(f.Key) && (values.Contains(f.Value) || values.Contains(f.Value.ToLower())))
                .Select(f => new { f.Value, f.CustomerId, f.At }).ToListAsync(ct);
#pragma warning restore CA1304, CA1311, CA1862
            return [.. tied, .. addresses, .. told.Select(f => new Known(EventFields.Fold(f.Value), f.CustomerId, KnownBy.Fact, f.At))];
        }

        // Who speaks for each of them now.
        private async Task<Dictionary<Id<Customer>, Customer>> HeadsOf(IReadOnlyList<Id<Customer>> ids, CancellationToken ct)
        {
            var records = new Dictionary<Id<Customer>, Customer>();
            var next = ids.ToList();
            for (var i = 0; i < LongestChain && next.Count > 0; i++)
            {
                foreach (var one in await db.Customers.AsNoTracking().Where(c => next.Contains(c.Id)).ToListAsync(ct))
                    records[one.Id] = one;
                next = [.. records.Values.Select(r => r.MergedInto).OfType<Id<Customer>>().Where(id => !records.ContainsKey(id)).Distinct()];
            }

            return ids.Where(records.ContainsKey).ToDictionary(id => id, id =>
            {
                var head = records[id];
                for (var i = 0; i < LongestChain && head.MergedInto is { } into && records.TryGetValue(into, out var further); i++)
                    head = further;
                return head;
            });
        }
    }

    private sealed record Known(string Value, Id<Customer> Id, KnownBy By, DateTimeOffset At);
}
