using Madoguchi.Cases.Facts;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases;

public static class DevicesMapping
{
    extension(Db db)
    {
        /// <summary>Makes the case one about the device that this telling names.</summary>
        internal async Task Settle(Case theCase, string key, string value, IReadOnlyCollection<Fact> known, DateTimeOffset now)
        {
            var before = theCase.DeviceId;
            theCase.DeviceId = Devices.TellApart(theCase, key, value, known) ?? db.NewDevice(theCase, now);
            if (before is { } left && left != theCase.DeviceId)
                await db.MoveAlong(theCase, left, known, now);
        }

        // What this case told about its device was told about the one that it now turns out to be.
        private async Task MoveAlong(Case theCase, Id<Device> left, IReadOnlyCollection<Fact> known, DateTimeOffset now)
        {
            foreach (var told in known.Where(f => f.DeviceId == left && f.CaseId == theCase.Id).ToList())
            {
                foreach (var older in known.Where(f => f.DeviceId == theCase.DeviceId && f.Key == told.Key && f.CaseId != theCase.Id && f.ReplacedAt is null))
                    older.ReplacedAt = now;
                told.DeviceId = theCase.DeviceId;
            }

            var id = theCase.Id;
            if (!await db.Facts.AnyAsync(f => f.DeviceId == left && f.CaseId != id, CancellationToken.None))
                await db.Set<Device>().Where(d => d.Id == left).ExecuteDeleteAsync(CancellationToken.None);
        }

        private Id<Device> NewDevice(Case theCase, DateTimeOffset now)
        {
            var device = new Device { Id = Id<Device>.New(), CustomerId = theCase.CustomerId, CreatedAt = now };
            db.Set<Device>().Add(device);
            return device.Id;
        }
    }
}
