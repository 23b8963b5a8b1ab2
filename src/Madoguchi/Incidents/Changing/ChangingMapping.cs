using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Showing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Incidents.Changing;

public static class ChangingMapping
{
    extension(Db db)
    {
        public DbSet<IncidentChanged> IncidentChanges => db.Set<IncidentChanged>();

        /// <summary>By any agent, and on record; what fits now is collected too.</summary>
        public async Task<Result<Incident, ChangeIncidentRefusal>> ChangeIncident(Id<Incident> id, IncidentChange to, CurrentAgent by, DateTimeOffset now)
        {
            await db.HoldCollecting();
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } incident)
                return ChangeIncidentRefusal.Unknown;
            if (to.Since > now)
                return ChangeIncidentRefusal.NotYet;
            string? lead = null;
            if (to.LeadId is { } who && (lead = await db.Agents.Where(a => a.Id == who && a.LeftAt == null).Select(a => a.Name).SingleOrDefaultAsync(CancellationToken.None)) is null)
                return ChangeIncidentRefusal.UnknownLead;
            var changed = incident.Change(to, lead, now);
            db.IncidentChanges.AddRange(changed.Select(c => new IncidentChanged { Id = Id<IncidentChanged>.New(), IncidentId = id, At = now, ById = by.Id, ByName = by.Name, What = c.What, From = c.From, To = c.To }));
            await db.SaveChangesAsync(CancellationToken.None);
            if (incident.IsOpen && changed.Any(c => c.What is "product" or "errorText" or "problem" or "likeWords" or "since"))
                await db.Gather(incident, now);
            if (changed.Count > 0)
            {
                db.StatusChanged();
                db.RingAfterCommit(CollectingMapping.Topic);
            }

            return incident;
        }

        /// <summary>Adds a case by hand, also one that had been taken out.</summary>
        /// <param name="other">Gets the incident that it belongs to, where that is another.</param>
        public async Task<Result<Incident, ChangeIncidentRefusal>> AddTo(Id<Incident> id, Id<Case> caseId, CurrentAgent by, Action<Id<Incident>> other, DateTimeOffset now)
        {
            await db.HoldCollecting();
            if (await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, CancellationToken.None) is not { } incident)
                return ChangeIncidentRefusal.Unknown;
            if (!await db.Cases.VisibleTo(by, db).AnyAsync(c => c.Id == caseId, CancellationToken.None))
                return ChangeIncidentRefusal.UnknownCase;
            var had = await db.IncidentCases.AsTracking().SingleOrDefaultAsync(c => c.IncidentId == id && c.CaseId == caseId, CancellationToken.None);
            if (had is { RemovedAt: null })
                return incident;
            if (!incident.IsOpen)
                return ChangeIncidentRefusal.Resolved;
            if (await db.OpenIncidentOf(caseId, CancellationToken.None) is { } belongs)
            {
                other(belongs.Id);
                return ChangeIncidentRefusal.WithAnotherIncident;
            }

            if (had is null)
            {
                await db.Join(incident, [caseId], Collected.Added, by, now);
                return incident;
            }

            (had.RemovedAt, had.How, had.At) = (null, Collected.Added, now);
            db.SayJoined(id, [caseId], by, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return incident;
        }

        /// <summary>It has nothing to do with it: it is not collected again. Twice is once.</summary>
        public async Task<Result<Incident, ChangeIncidentRefusal>> TakeOut(Id<Incident> id, Id<Case> caseId, CurrentAgent by, DateTimeOffset now)
        {
            await db.HoldCollecting();
            if (await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, CancellationToken.None) is not { } incident
                || await db.IncidentCases.AsTracking().SingleOrDefaultAsync(c => c.IncidentId == id && c.CaseId == caseId, CancellationToken.None) is not { } belongs)
                return ChangeIncidentRefusal.Unknown;
            if (belongs.RemovedAt is not null)
                return incident;
            belongs.RemovedAt = now;
            db.SayJoined(id, [caseId], by, now, left: true);
            await db.SaveChangesAsync(CancellationToken.None);
            return incident;
        }

        /// <summary>The open incident that a case belongs to.</summary>
        public Task<Incident?> OpenIncidentOf(Id<Case> id, CancellationToken ct) =>
            db.OpenIncidents.AsNoTracking().Where(i => db.Set<IncidentCase>().Any(c => c.IncidentId == i.Id && c.CaseId == id && c.RemovedAt == null)).OrderBy(i => i.DeclaredAt).FirstOrDefaultAsync(ct);
    }

    private sealed class Mapping : IEntityTypeConfiguration<IncidentChanged>
    {
        public void Configure(EntityTypeBuilder<IncidentChanged> builder)
        {
            builder.ToTable("incident_changes").HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.HasIndex(c => new { c.IncidentId, c.At });
        }
    }
}
