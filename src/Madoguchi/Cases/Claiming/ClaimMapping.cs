using Madoguchi.Cases.Facts;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Claiming;

public static class ClaimMapping
{
    extension(Db db)
    {
        public async Task<Result<ClaimConfirmed, ClaimRefusal>> ConfirmClaim(Id<Case> id, CurrentAgent agent, DateTimeOffset now)
        {
            var caller = new Caller(agent);
            if (await db.Find(id, caller, now) is not { } theCase)
                return ClaimRefusal.Unknown;
            var claimed = theCase.ClaimedNumber is { } number ? await db.LockedCustomerOf(number, theCase.CustomerId) : null;
            var provisional = await db.Customers.AsTracking().Include(c => c.Addresses).SingleAsync(c => c.Id == theCase.CustomerId, CancellationToken.None);
            if (theCase.ConfirmClaim(claimed, agent).Refused(out var why, out var confirmed))
                return why;

            await db.MoveFacts(theCase, claimed!, now); // confirmed: there is one
            if (claimed!.Id != provisional.Id)
                await db.Merge(provisional, claimed, id);
            db.Record(theCase, caller.By(confirmed), confirmed, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new ClaimConfirmed(id, claimed.Number);
        }

        // Somebody may become one with a third person meanwhile, in another case: both rows are locked, in one order for all, and then looked at again.
        private async Task<Customer?> LockedCustomerOf(string number, Id<Customer> provisional)
        {
            while (true)
            {
                if (await db.CustomerOf(number, CancellationToken.None) is not { } found)
                    return null;
                foreach (var id in new[] { found.Id, provisional }.Distinct().OrderBy(i => i.Value))
                    _ = await db.Lock(id).AsNoTracking().SingleAsync(CancellationToken.None);
                await db.Entry(found).ReloadAsync(CancellationToken.None);
                if (found.MergedInto is null)
                    return found;
            }
        }

        // What was told here is now known of the customer; of a fact that both records hold, the newest telling holds.
        private async Task MoveFacts(Case theCase, Customer to, DateTimeOffset now)
        {
            var (id, customer) = (theCase.Id, to.Id);
            var moved = await db.Facts.AsTracking().Where(f => f.CaseId == id).ToListAsync(CancellationToken.None);
            var held = await db.Facts.AsTracking().Where(f => f.CustomerId == customer && f.CaseId != id && f.ReplacedAt == null).ToListAsync(CancellationToken.None);
            await db.MoveDevices(theCase, to, moved, held);
            foreach (var fact in moved)
            {
                (fact.CustomerId, fact.Verified) = (customer, true);
                if (fact.ReplacedAt is not null || fact.Scope is Scope.Case || FactKeys.Lists.Contains(fact.Key))
                    continue;
                foreach (var older in held.Where(h => h.Key == fact.Key && h.Scope == fact.Scope && h.DeviceId == fact.DeviceId && h.At <= fact.At))
                    older.ReplacedAt = now;
            }
        }

        // A device of the same serial number is the same device; another one comes along.
        private async Task MoveDevices(Case theCase, Customer to, List<Fact> moved, List<Fact> held)
        {
            var devices = moved.Select(f => f.DeviceId).OfType<Id<Device>>().Distinct().ToList();
            foreach (var device in await db.Set<Device>().AsTracking().Where(d => devices.Contains(d.Id)).ToListAsync(CancellationToken.None))
            {
                var serial = moved.LastOrDefault(f => f.DeviceId == device.Id && f.Key == "serialNumber" && f.ReplacedAt is null)?.Value;
                var same = held.FirstOrDefault(h => h.Key == "serialNumber" && h.DeviceId is not null && serial is not null && Devices.Fold(h.Value) == Devices.Fold(serial))?.DeviceId;
                device.CustomerId = to.Id;
                if (same is null)
                    continue;
                foreach (var fact in moved.Where(f => f.DeviceId == device.Id))
                    fact.DeviceId = same;
                if (theCase.DeviceId == device.Id)
                    theCase.DeviceId = same;
            }
        }

        // The record that was made for the contact points to the real one once nothing else hangs on it.
        private async Task Merge(Customer provisional, Customer into, Id<Case> moved)
        {
            if (await db.Cases.AnyAsync(c => c.CustomerId == provisional.Id && c.Id != moved, CancellationToken.None))
                return;
            provisional.MergedInto = into.Id;
            into.Name ??= provisional.Name;
            foreach (var told in provisional.Addresses.Where(a => !into.Addresses.Exists(known => known.Kind == a.Kind && known.Folded == a.Folded)).ToList())
                await db.Set<Address>().Where(a => a.Id == told.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.CustomerId, into.Id), CancellationToken.None);
        }
    }
}
