using Madoguchi.Desks;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Showing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Incidents.Maintaining;

public static class MaintainingMapping
{
    private const int Most = 200;

    extension(Db db)
    {
        public DbSet<Maintenance> Maintenances => db.Set<Maintenance>();

        /// <summary>What is to come or runs first, then what is over, the newest first.</summary>
        public async Task<IReadOnlyList<MaintenanceView>> MaintenancesNow(DateTimeOffset now, CancellationToken ct) =>
            [.. (await db.Maintenances.AsNoTracking().OrderByDescending(m => m.StartsAt).Take(Most).ToListAsync(ct)).Select(m => MaintenanceView.Of(m, now))
                .OrderBy(m => m.State is MaintenanceState.Done or MaintenanceState.Cancelled).ThenBy(m => m.State is MaintenanceState.Done or MaintenanceState.Cancelled ? -m.From.ToUnixTimeSeconds() : m.From.ToUnixTimeSeconds())];

        /// <summary>What runs, or is near enough to be said to everybody who comes.</summary>
        public Task<IReadOnlyList<Maintenance>> MaintenancesNear(DateTimeOffset now, CancellationToken ct) => db.MaintenancesNear(now, Maintenance.Near, ct);

        public async Task<IReadOnlyList<Maintenance>> MaintenancesNear(DateTimeOffset now, TimeSpan ahead, CancellationToken ct)
        {
            var near = now + ahead;
            return await db.Maintenances.AsNoTracking().Where(m => m.CancelledAt == null && m.EndsAt > now && m.StartsAt <= near).OrderBy(m => m.StartsAt).ToListAsync(ct);
        }

        public async Task<Result<MaintenanceMade, MaintenanceRefusal>> Plan(NewMaintenance asked, CurrentAgent by, DateTimeOffset now)
        {
            var planned = new Maintenance { Id = Id<Maintenance>.New(), StartsAt = default, EndsAt = default, ById = by.Id, ByName = by.Name, CreatedAt = now };
            planned.Become(asked, now);
            db.Maintenances.Add(planned);
            await db.ShowPlans();
            return new MaintenanceMade(planned.Id);
        }

        public async Task<Result<MaintenanceMade, MaintenanceRefusal>> Replan(Id<Maintenance> id, NewMaintenance to, DateTimeOffset now)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } planned)
                return MaintenanceRefusal.Unknown;
            if (planned.StateAt(now) is MaintenanceState.Cancelled or MaintenanceState.Done)
                return MaintenanceRefusal.Over;
            planned.Become(to, now);
            await db.ShowPlans();
            return new MaintenanceMade(id);
        }

        public async Task<Result<MaintenanceMade, MaintenanceRefusal>> CancelPlan(Id<Maintenance> id, DateTimeOffset now)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } planned)
                return MaintenanceRefusal.Unknown;
            (planned.CancelledAt, planned.ChangedAt) = (planned.CancelledAt ?? now, now);
            await db.ShowPlans();
            return new MaintenanceMade(id);
        }

        /// <summary>The last change is taken back.</summary>
        public async Task<Result<MaintenanceMade, MaintenanceRefusal>> RestorePlan(Id<Maintenance> id, DateTimeOffset now)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } planned)
                return MaintenanceRefusal.Unknown;
            if (!planned.CanBeRestored(now))
                return MaintenanceRefusal.NothingToRestore;
            planned.Restore(now);
            await db.ShowPlans();
            return new MaintenanceMade(id);
        }

        /// <summary>It is done before its time.</summary>
        public async Task<Result<MaintenanceMade, MaintenanceRefusal>> FinishPlan(Id<Maintenance> id, DateTimeOffset now)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } planned)
                return MaintenanceRefusal.Unknown;
            if (planned.StateAt(now) is not MaintenanceState.Running)
                return MaintenanceRefusal.NotRunning;
            planned.Finish(now);
            await db.ShowPlans();
            return new MaintenanceMade(id);
        }

        private async Task ShowPlans()
        {
            await db.SaveChangesAsync(CancellationToken.None);
            db.StatusChanged();
            db.RingAfterCommit(CollectingMapping.Topic);
        }
    }

    private sealed class Mapping : IEntityTypeConfiguration<Maintenance>
    {
        public void Configure(EntityTypeBuilder<Maintenance> builder)
        {
            builder.ToTable("maintenances").HasKey(m => m.Id);
            builder.Property(m => m.Id).ValueGeneratedNever();
            builder.Ignore(m => m.Title).Ignore(m => m.Text);
            builder.HasIndex(m => m.EndsAt);
        }
    }
}
