using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Collecting;

/// <summary>Cases come to an incident twice over: when it is declared, those whose mark fits; when a mark is made or changed, the incidents that it fits.
/// Both hold one lock from before they look until they have committed, so that nobody falls through between.</summary>
public static class CollectingMapping
{
    /// <summary>Rung whenever an incident, or what belongs to it, has changed.</summary>
    public const string Topic = "incidents";

    // Any number that nobody else locks by: "incident" on a telephone's keys.
    private const long Lock = 46243368;

    extension(Db db)
    {
        public IQueryable<Incident> OpenIncidents => db.Incidents.Where(i => i.ResolvedAt == null);

        /// <summary>The cases that an incident has collected, without those that were taken out.</summary>
        public IQueryable<IncidentCase> AffectedBy(Id<Incident> incident) => db.IncidentCases.Where(c => c.IncidentId == incident && c.RemovedAt == null);

        /// <summary>The open incidents that such a contact fits, the nearest first.</summary>
        /// <param name="errorText">As it was told.</param>
        public async Task<IReadOnlyList<Incident>> OpenIncidentsFor(string? product, string? errorText, CancellationToken ct) =>
            product is null && errorText is null ? [] : [.. Collector.Nearest(await db.Collectors(ct), new() { CaseId = default, At = default, Product = product, ErrorText = ErrorText.Fold(errorText), Exact = ErrorText.Exact(errorText) }).Select(c => c.Into).Distinct()];

        /// <summary>What is collected by: the open incidents, and those that were merged into one.</summary>
        public async Task<IReadOnlyList<Collector>> Collectors(CancellationToken ct) => Collector.Of(await db.Incidents.AsNoTracking().Where(i => i.ResolvedAt == null || i.MergedInto != null).ToListAsync(ct));

        /// <summary>The open incident that goes on with this one, or is it; null when that is over.</summary>
        public async Task<Incident?> OpenIncident(Id<Incident> id, CancellationToken ct) => (await db.Collectors(ct)).FirstOrDefault(c => c.By.Id == id)?.Into;

        public Task Collect(ContactMark mark, DateTimeOffset now) => db.Collect([mark], now);

        /// <summary>New and changed marks: the cases whose mark fits an open incident belong to it from now on. Once more changes nothing; what somebody has taken out stays out.</summary>
        public async Task Collect(IReadOnlyList<ContactMark> marks, DateTimeOffset now)
        {
            await db.SaveChangesAsync(CancellationToken.None);
            await db.WatchCollecting();
            var open = (await db.Collectors(CancellationToken.None)).Where(c => c.By.Collects).ToList();
            if (open.Count == 0)
                return;
            var ids = marks.Select(m => m.CaseId).ToList();
            var free = (await db.Free(ids).Select(c => c.Id).ToListAsync(CancellationToken.None)).ToHashSet();
            var outside = (await db.IncidentCases.Where(c => ids.Contains(c.CaseId)).Select(c => new { c.IncidentId, c.CaseId }).ToListAsync(CancellationToken.None)).Select(c => (c.IncidentId, c.CaseId)).ToHashSet();
            var found = marks.Where(m => free.Contains(m.CaseId))
                .Select(m => (m.CaseId, Incident: Collector.Nearest(open, m).FirstOrDefault(c => m.At >= c.By.CollectsFrom && !outside.Contains((c.By.Id, m.CaseId)) && !outside.Contains((c.Into.Id, m.CaseId)))?.Into)).ToList();
            foreach (var of in found.Where(f => f.Incident is not null).GroupBy(f => f.Incident!, f => f.CaseId)) // filtered: not null
                await db.Join(of.Key, [.. of], Collected.Fitted, null, now);
        }

        /// <summary>All the open cases that fit, and belong to no other open incident. The caller holds the lock.</summary>
        internal async Task Gather(Incident incident, DateTimeOffset now)
        {
            if (!incident.Collects)
                return;
            var (id, from, error) = (incident.Id, incident.CollectsFrom, incident.ErrorText);
            var marks = await db.ContactMarks.AsNoTracking().Where(m => m.At >= from && (error == null || m.ErrorText == error || m.Exact == error))
                .Join(db.Free(null), m => m.CaseId, c => c.Id, (m, _) => m).Where(m => !db.Set<IncidentCase>().Any(c => c.IncidentId == id && c.CaseId == m.CaseId)).ToListAsync(CancellationToken.None);
            await db.Join(incident, [.. marks.Where(incident.Fits).Select(m => m.CaseId)], Collected.Fitted, null, now);
        }

        /// <summary>Writes down that these belong to it; what their timelines say of it follows.</summary>
        internal async Task Join(Incident incident, IReadOnlyList<Id<Case>> cases, Collected how, CurrentAgent? by, DateTimeOffset now)
        {
            if (cases.Count == 0)
                return;
            db.IncidentCases.AddRange(cases.Select(c => new IncidentCase { IncidentId = incident.Id, CaseId = c, How = how, At = now }));
            db.SayJoined(incident.Id, cases, by, now);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <summary>Nobody is collected, by whichever way, until this work has committed.</summary>
        public Task HoldCollecting() => db.IsPostgres ? db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", CancellationToken.None) : Task.CompletedTask;

        // Many learn of marks at once; only who declares, adds or takes out waits for them, and they for that one.
        private Task WatchCollecting() => db.IsPostgres ? db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared({Lock})", CancellationToken.None) : Task.CompletedTask;

        // Open cases that no open incident has.
        private IQueryable<Case> Free(List<Id<Case>>? of) => db.Cases.Where(c => (of == null || of.Contains(c.Id)) && c.ClosedAt == null
            && !db.Set<IncidentCase>().Any(i => i.CaseId == c.Id && i.RemovedAt == null && db.Set<Incident>().Any(o => o.Id == i.IncidentId && o.ResolvedAt == null)));
    }
}
