using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Customers;
using Madoguchi.Rules.Broken;
using Madoguchi.Rules.Watching;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Rules.Telling;

/// <summary>One who is hit and does not know it, under one key or several.</summary>
/// <param name="Who">Null: only an address, or nothing but the key, is known.</param>
public sealed record Person(IReadOnlyList<RuleBreak> Breaks, HitCustomer? Who);

/// <summary>Who would be told now.</summary>
/// <param name="InCase">Have an open case that may be about it.</param>
/// <param name="ByLetter">Get a case of their own, and a letter.</param>
/// <param name="NotReached">Nobody knows how.</param>
/// <param name="Knowing">Were shown in their own case that it is so.</param>
public sealed record Reckoned(int InCase, int ByLetter, int NotReached, int Knowing)
{
    public int People => InCase + ByLetter + NotReached;
}

public static class ReachMapping
{
    extension(Db db)
    {
        /// <summary>Who would be told now, and how; nothing is written.</summary>
        public async Task<Reckoned> WouldTell(Id<Rule> id, CancellationToken ct)
        {
            var (people, knowing) = await db.Reach(id, db.RuleBreaks.AsNoTracking(), ct);
            var known = people.Select(p => p.Who?.Id).OfType<Id<Customer>>().ToList();
            var opened = (await db.Cases.Where(c => known.Contains(c.CustomerId) && c.ClosedAt == null).Select(c => new { c.CustomerId, c.OpenedAt }).ToListAsync(ct)).ToLookup(c => c.CustomerId, c => c.OpenedAt);
            var written = (await db.Set<Address>().Where(a => known.Contains(a.CustomerId) && a.Kind == AddressKind.Mail).Select(a => a.CustomerId).Distinct().ToListAsync(ct)).ToHashSet();
            var inCase = people.Count(p => p.Who is { } who && opened[who.Id].Any(at => at >= p.Breaks[0].EventTime - BrokenMapping.ClocksDiffer));
            var nowhere = people.Count(p => p.Breaks[0].Mail is null && !(p.Who is { } who && (written.Contains(who.Id) || opened[who.Id].Any(at => at >= p.Breaks[0].EventTime - BrokenMapping.ClocksDiffer))));
            return new(inCase, people.Count - inCase - nowhere, nowhere, knowing.Count);
        }

        internal async Task<(List<Person> People, List<(RuleBreak Break, Id<Case> Case, Id<Customer> Who)> Knowing)> Reach(Id<Rule> id, IQueryable<RuleBreak> from, CancellationToken ct)
        {
            var breaks = await from.Where(b => b.RuleId == id && b.HealedAt == null && b.ToldAt == null && b.RecipientId == null).OrderBy(b => b.Since).ThenBy(b => b.Id).ToListAsync(ct);
            var hits = await db.CustomersHit(breaks, ct);
            var shown = await db.ShownTo([.. hits.Values.Select(h => h.Id).Distinct()], ct);
            List<RuleBreak> untold = [];
            List<(RuleBreak, Id<Case>, Id<Customer>)> knowing = [];
            foreach (var one in breaks)
            {
                if (hits.GetValueOrDefault(one.Id) is { } who && shown[who.Id].Where(f => f.At >= one.EventTime).Select(f => (Id<Case>?)f.Case).FirstOrDefault() is { } theCase)
                    knowing.Add((one, theCase, who.Id));
                else
                    untold.Add(one);
            }

            return ([.. from one in untold
                        let who = hits.GetValueOrDefault(one.Id) is { } hit && hit.IsToldOf(one) ? hit : null
                        group (one, who) by who is not null ? $"customer {who.Id}" : one.Mail is { } mail ? $"mail {Reachable.Fold(AddressKind.Mail, mail)}" : $"key {one.Key}" into person
                        select new Person([.. person.Select(p => p.one)], person.First().who)], knowing);
        }

        // In which cases they were shown that it is as they say.
        private async Task<ILookup<Id<Customer>, (Id<Case> Case, DateTimeOffset At)>> ShownTo(IReadOnlyList<Id<Customer>> people, CancellationToken ct) =>
            (await db.Findings.AsNoTracking().Where(f => f.Verdict == Verdict.Confirmed && f.ShownAt != null)
                .Join(db.Cases.Where(c => people.Contains(c.CustomerId)), f => f.CaseId, c => c.Id, (f, c) => new { c.CustomerId, f.CaseId, f.At }).ToListAsync(ct)).ToLookup(f => f.CustomerId, f => (f.CaseId, f.At));
    }
}
