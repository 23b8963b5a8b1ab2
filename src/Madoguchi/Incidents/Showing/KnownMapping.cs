using Madoguchi.Cases;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Maintaining;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Showing;

public static class KnownMapping
{
    private const int Few = 5;

    extension(Db db)
    {
        /// <summary>What is open and what is near, for whoever is about to write; what fits them comes first.</summary>
        /// <param name="words">What they have written so far, or the error that they come with.</param>
        public async Task<KnownTroubles> KnownNow(string? product, string? words, DateTimeOffset now, CancellationToken ct)
        {
            var open = await db.OpenIncidents.AsNoTracking().OrderByDescending(i => i.DeclaredAt).ToListAsync(ct);
            var near = await db.MaintenancesNear(now, ct);
            if (open.Count == 0)
                return near.Count == 0 ? KnownTroubles.None : new([], near);
            var error = string.IsNullOrWhiteSpace(words) ? null : ErrorText.In(words) ?? words;
            var fitting = (await db.OpenIncidentsFor(string.IsNullOrWhiteSpace(product) ? null : product, error, ct)).Select(i => i.Id).ToHashSet();
            var ids = open.Select(i => i.Id).ToList();
            var said = (await db.IncidentUpdates.AsNoTracking().Where(u => ids.Contains(u.IncidentId) && u.CancelledAt == null && u.DueAt <= now).ToListAsync(ct)).ToLookup(u => u.IncidentId);
            return new([.. open.OrderByDescending(i => fitting.Contains(i.Id)).ThenByDescending(i => i.Severity).Take(Few).Select(i => Of(i, said[i.Id], fitting.Contains(i.Id)))], near);
        }

        /// <summary>The open incident that a case belongs to, as its customer may know it.</summary>
        public async Task<KnownTrouble?> KnownOf(Id<Case> id, DateTimeOffset now, CancellationToken ct)
        {
            if (await db.OpenIncidents.AsNoTracking().Where(i => db.Set<IncidentCase>().Any(c => c.IncidentId == i.Id && c.CaseId == id && c.RemovedAt == null)).OrderBy(i => i.DeclaredAt).FirstOrDefaultAsync(ct) is not { } incident)
                return null;
            var of = incident.Id;
            return Of(incident, await db.IncidentUpdates.AsNoTracking().Where(u => u.IncidentId == of && u.CancelledAt == null && u.DueAt <= now).ToListAsync(ct), true);
        }

        /// <summary>Wants to be told when it is over: their case belongs to it from the beginning. Nothing, when it is over already.</summary>
        public async Task Follow(Id<Incident> id, Id<Case> theCase, DateTimeOffset now)
        {
            if (await db.OpenIncidents.SingleOrDefaultAsync(i => i.Id == id, CancellationToken.None) is { } incident)
                await db.Join(incident, [theCase], Collected.Added, null, now);
        }
    }

    private static KnownTrouble Of(Incident incident, IEnumerable<IncidentUpdate> updates, bool fits) =>
        new(incident.Id, incident.Public, incident.State, updates.OrderByDescending(u => u.At).Select(u => Bilingual.Of(u.TextJa, u.TextEn)).FirstOrDefault(), fits);
}
