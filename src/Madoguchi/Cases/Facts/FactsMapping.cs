using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases;

public static class FactsMapping
{
    extension(Db db)
    {
        /// <summary>A fact told on a case: kept with who, where and when, on the timeline too. The newest telling holds.</summary>
        public Task<Entry> Tell(Case theCase, string key, string value, By by, DateTimeOffset now) =>
            db.Tell(theCase, key, value, by, told => [told], now);

        /// <param name="happened">What happens on the case by this telling, the telling itself included.</param>
        internal async Task<Entry> Tell(Case theCase, string key, string value, By by, Func<FactTold, IReadOnlyList<Happening>> happened, DateTimeOffset now)
        {
            var scope = await db.ScopeFor(theCase, key);
            if (scope is not Scope.Case && await db.Person(theCase) is { } person)
                await db.Introduce(person, key, value, by, now);
            var known = await db.Holding(theCase);
            if (scope is Scope.Device)
                await db.Settle(theCase, key, value, known, now);

            var before = FactKeys.Lists.Contains(key) ? [] : known.Where(f => f.Key == key && f.Scope == scope && f.ReplacedAt is null && IsSame(f, theCase)).OrderByDescending(f => f.At).ToList();
            foreach (var older in before)
                older.ReplacedAt = now;
            var told = new FactTold(key, value, scope.ToString().ToLowerInvariant(), before.FirstOrDefault()?.Value);
            Entry? entry = null;
            foreach (var one in happened(told))
                entry = db.Record(theCase, by, one, now);
            db.Facts.Add(new Fact
            {
                Id = Id<Fact>.New(), CustomerId = theCase.CustomerId, CaseId = theCase.Id, DeviceId = scope is Scope.Device ? theCase.DeviceId : null, Scope = scope,
                Key = key, Value = value, ByRole = by.Role, ByName = by.Name, DeskId = theCase.DeskId, At = now, Entry = entry!.Number, // the telling at least
                Verified = by.Role is Role.Customer || by == By.Page ? theCase.ClaimedNumber is null : by != By.UnsignedSite,
            });
            return entry;
        }

        private async Task<Scope> ScopeFor(Case theCase, string key) =>
            await db.Set<IntakeQuestion>().Where(q => q.DeskId == theCase.DeskId && q.Key == key).Select(q => q.Scope).SingleOrDefaultAsync(CancellationToken.None)
            ?? FactKeys.ScopeOf(key);

        // What holds about the person, their devices and this case; what this very work has told included.
        internal async Task<IReadOnlyCollection<Fact>> Holding(Case theCase)
        {
            var (customer, id) = (theCase.CustomerId, theCase.Id);
            await db.Facts.AsTracking().Where(f => f.CustomerId == customer && f.ReplacedAt == null && (f.Scope != Scope.Case || f.CaseId == id)).LoadAsync(CancellationToken.None);
            return [.. db.Facts.Local.Where(f => f.CustomerId == customer && f.ReplacedAt is null && (f.Scope is not Scope.Case || f.CaseId == id))];
        }

        // Two cases of one person may tell at once: their row is the lock, taken after the case's.
        private async Task<Customer?> Person(Case theCase) =>
            db.Customers.Local.FirstOrDefault(c => c.Id == theCase.CustomerId) ?? await db.Lock(theCase.CustomerId).AsTracking().SingleOrDefaultAsync(CancellationToken.None);

        // Who they are and where they can be reached: told, not proven, unless the site has signed for it.
        private async Task Introduce(Customer person, string key, string value, By by, DateTimeOffset now)
        {
            if (by == By.UnsignedSite)
                return;
            if (key == "name")
                person.Name = value;
            if (key == "reading")
                person.Reading = value;
            if ((key == "email" ? AddressKind.Mail : key == "phone" ? AddressKind.Phone : (AddressKind?)null) is not { } kind || !Reachable.CanBe(kind, value))
                return;
            var (id, address) = (person.Id, Reachable.Told(Id<Address>.New(), person.Id, kind, value, now));
            await db.Set<Address>().AsTracking().Where(a => a.CustomerId == id).LoadAsync(CancellationToken.None);
            var kept = person.Addresses.FirstOrDefault(a => a.Kind == kind && a.Folded == address.Folded) ?? db.Set<Address>().Add(address).Entity;
            if (by == By.Site)
                kept.VerifiedAt ??= now;
        }
    }

    private static bool IsSame(Fact fact, Case theCase) => fact.Scope switch
    {
        Scope.Person => true,
        Scope.Device => fact.DeviceId == theCase.DeviceId,
        Scope.Case => fact.CaseId == theCase.Id,
    };
}
