using Madoguchi.Incidents.Maintaining;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Showing;

public static class StatusMapping
{
    public const string Topic = "status";

    extension(Db db)
    {
        /// <summary>The public page is drawn anew once this has committed.</summary>
        public void StatusChanged() => db.RingAfterCommit(Topic);

        public async Task<PublicStatus> StatusNow(DateTimeOffset now, CancellationToken ct)
        {
            var from = now.AddDays(-PublicStatus.Days);
            var incidents = await db.Incidents.AsNoTracking().Where(i => i.ResolvedAt == null || i.ResolvedAt > from || i.MergedInto != null).ToListAsync(ct);
            var ids = incidents.Select(i => i.Id).ToList();
            return PublicStatus.Of(incidents, await db.IncidentUpdates.AsNoTracking().Where(u => ids.Contains(u.IncidentId)).ToListAsync(ct), await db.Maintenances.AsNoTracking().Where(m => m.EndsAt > from).ToListAsync(ct), now);
        }
    }
}
