using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases;

public static class FactsMapping
{
    extension(Db db)
    {
        /// <summary>A fact told on a case: kept with who, where and when, on the timeline too. The newest telling holds.</summary>
        public async Task<Entry> Tell(Case theCase, string key, string value, By by, DateTimeOffset now)
        {
            var scope = await db.ScopeFor(theCase, key);
            if (scope is Scope.Device)
                theCase.DeviceId ??= await db.DeviceFor(theCase, key, value, now);
            var before = FactKeys.Lists.Contains(key) ? null : await db.Holding(theCase, scope, key);
            before?.ReplacedAt = now;
            var entry = db.Record(theCase, by, new FactTold(key, value, scope.ToString().ToLowerInvariant(), before?.Value), now);
            db.Facts.Add(new Fact
            {
                Id = Id<Fact>.New(), CustomerId = theCase.CustomerId, CaseId = theCase.Id, DeviceId = scope is Scope.Device ? theCase.DeviceId : null, Scope = scope,
                Key = key, Value = value, ByRole = by.Role, ByName = by.Name, DeskId = theCase.DeskId, At = now, Entry = entry.Number,
                Verified = by.Role is not Role.Customer || theCase.ClaimedNumber is null,
            });
            return entry;
        }

        private async Task<Scope> ScopeFor(Case theCase, string key) =>
            await db.Set<IntakeQuestion>().Where(q => q.DeskId == theCase.DeskId && q.Key == key).Select(q => q.Scope).SingleOrDefaultAsync(CancellationToken.None)
            ?? FactKeys.ScopeOf(key);

        private async Task<Fact?> Holding(Case theCase, Scope scope, string key)
        {
            var (customer, id, device) = (theCase.CustomerId, theCase.Id, theCase.DeviceId);
            var same = db.Facts.AsTracking().Where(f => f.CustomerId == customer && f.Key == key && f.Scope == scope && f.ReplacedAt == null);
            same = scope switch
            {
                Scope.Person => same,
                Scope.Device => same.Where(f => f.DeviceId == device),
                Scope.Case => same.Where(f => f.CaseId == id),
            };
            // Told twice in one work: the earlier one is not in the database yet.
            return db.Facts.Local.FirstOrDefault(f => f.CaseId == id && f.Key == key && f.ReplacedAt is null)
                ?? await same.OrderByDescending(f => f.At).FirstOrDefaultAsync(CancellationToken.None);
        }

        // The device of this case: the one with this serial number, or the customer's one device about which no other serial number is known, or a new one.
        private async Task<Id<Device>> DeviceFor(Case theCase, string key, string value, DateTimeOffset now)
        {
            var customer = theCase.CustomerId;
            var serials = await db.Facts.Where(f => f.CustomerId == customer && f.Key == "serialNumber" && f.DeviceId != null && f.ReplacedAt == null)
                .Select(f => new { f.DeviceId, f.Value }).ToListAsync(CancellationToken.None);
            if (key == "serialNumber" && serials.FirstOrDefault(s => s.Value == value) is { DeviceId: { } same })
                return same;
            var devices = await db.Set<Device>().Where(d => d.CustomerId == customer).OrderByDescending(d => d.CreatedAt).Select(d => d.Id).ToListAsync(CancellationToken.None);
            if (devices.Where(d => key != "serialNumber" || serials.All(s => s.DeviceId != d)).Cast<Id<Device>?>().FirstOrDefault() is { } known)
                return known;
            var device = new Device { Id = Id<Device>.New(), CustomerId = customer, CreatedAt = now };
            db.Set<Device>().Add(device);
            return device.Id;
        }
    }
}
