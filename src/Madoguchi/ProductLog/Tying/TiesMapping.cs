using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.ProductLog.Setting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.ProductLog.Tying;

/// <summary>Why a key was not tied: no such customer for this agent, or no room for one more.</summary>
public enum TieRefusal { Unknown, TooMany }

public static class TiesMapping
{
    /// <summary>The most keys of one customer.</summary>
    public const int Most = 50;

    extension(Db db)
    {
        /// <summary>Whoever has this number now, if this agent has a case of theirs, or has just been read their number; null otherwise.</summary>
        public async Task<Customer?> CustomerBefore(CurrentAgent agent, string number, DateTimeOffset now, CancellationToken ct)
        {
            if (!CustomerNumber.TryParse(number, out var read) || await db.CustomerOf(read.Value, ct) is not { } customer)
                return null;
            if (agent.SeesAll)
                return customer;
            var (family, me, lately) = (await db.FamilyOf(customer.Id, ct), agent.Id, now - CardLook.Opens);
            return await db.Cases.VisibleTo(agent, db).AnyAsync(c => family.Contains(c.CustomerId), ct)
                || await db.Set<CardLook>().AnyAsync(l => l.AgentId == me && l.At > lately && family.Contains(l.CustomerId), ct) ? customer : null;
        }

        /// <summary>The keys that agents have tied to this customer, and to every record that was found to be the same person.</summary>
        public async Task<IReadOnlyList<CustomerKey>> KeysOf(Id<Customer> id, CancellationToken ct)
        {
            var family = await db.FamilyOf(id, ct);
            return await db.CustomerKeys.AsNoTracking().Where(k => family.Contains(k.CustomerId)).OrderBy(k => k.Name).ThenBy(k => k.At).ToListAsync(ct);
        }

        public async Task<Result<CustomerKey, TieRefusal>> TieKey(string number, string name, string value, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.CustomerBefore(agent, number, now, CancellationToken.None) is not { } found)
                return TieRefusal.Unknown;
            _ = await db.Lock(found.Id).AsNoTracking().SingleAsync(CancellationToken.None);
            var key = new CustomerKey
            {
                CustomerId = found.Id, Name = name, Value = PlainText.Clean(value), Folded = EventFields.Fold(value), At = now, ById = agent.Id, ByName = agent.Name,
            };
            var family = await db.FamilyOf(found.Id, CancellationToken.None);
            var before = await db.CustomerKeys.AsTracking().Where(k => family.Contains(k.CustomerId)).ToListAsync(CancellationToken.None);
            var same = before.Where(k => k.Name == name).ToList();
            if (same is [{ } only] && only.Folded == key.Folded && only.Value == key.Value)
                return only;
            if (before.Count - same.Count >= Most)
                return TieRefusal.TooMany;
            db.CustomerKeys.RemoveRange(same);
            await db.SaveChangesAsync(CancellationToken.None);
            db.CustomerKeys.Add(key);
            await db.SaveChangesAsync(CancellationToken.None);
            await db.RingCasesOf(family);
            return key;
        }

        /// <summary>False: there is no such customer for this agent.</summary>
        public async Task<bool> UntieKey(string number, string name, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.CustomerBefore(agent, number, now, CancellationToken.None) is not { } found)
                return false;
            var family = await db.FamilyOf(found.Id, CancellationToken.None);
            if (await db.CustomerKeys.Where(k => family.Contains(k.CustomerId) && k.Name == name).ExecuteDeleteAsync(CancellationToken.None) > 0)
                await db.RingCasesOf(family);
            return true;
        }

        /// <summary>Everything by which this customer's events are found: the tied keys first, then what they only told.</summary>
        public async Task<IReadOnlyList<Tie>> TiesOf(Id<Customer> id, CancellationToken ct)
        {
            var (family, facts) = (await db.FamilyOf(id, ct), (await db.ProductLogSettings(ct)).Facts);
            var keys = await db.CustomerKeys.AsNoTracking().Where(k => family.Contains(k.CustomerId)).OrderBy(k => k.Name).Select(k => new Tie(k.Name, k.Value, true)).ToListAsync(ct);
            var addresses = await db.Set<Address>().AsNoTracking().Where(a => family.Contains(a.CustomerId) && a.Kind == AddressKind.Mail).OrderBy(a => a.ToldAt)
                .Select(a => new Tie("email", a.Value, a.VerifiedAt != null)).ToListAsync(ct);
            var told = await db.Facts.AsNoTracking().Where(f => family.Contains(f.CustomerId) && f.ReplacedAt == null && facts.Contains(f.Key)).OrderBy(f => f.At)
                .Select(f => new Tie(f.Key, f.Value, false)).ToListAsync(ct);
            return [.. keys.Concat(addresses).Concat(told).Where(t => t.Folded is not null).OrderByDescending(t => t.Proven).DistinctBy(t => t.Folded)];
        }

        // Their pages look again.
        private async Task RingCasesOf(IReadOnlyList<Id<Customer>> family)
        {
            foreach (var id in await db.Cases.Where(c => family.Contains(c.CustomerId) && c.ClosedAt == null).OrderByDescending(c => c.ActiveAt).Select(c => c.Id).Take(Most).ToListAsync(CancellationToken.None))
                db.RingAfterCommit(Topic.Of(id));
        }
    }
}
