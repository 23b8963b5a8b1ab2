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
            var collectors = await db.Collectors(ct);
            var open = collectors.Select(c => c.Into).Distinct().OrderByDescending(i => i.DeclaredAt).ToList();
            var near = await db.MaintenancesNear(now, ct);
            if (open.Count == 0)
                return near.Count == 0 ? KnownTroubles.None : new([], near);
            var (about, told) = (string.IsNullOrWhiteSpace(product) ? null : product, string.IsNullOrWhiteSpace(words) ? null : words);
            var fitting = (await db.OpenIncidentsFor(about, told is null ? null : ErrorText.In(told) ?? told, ct)).Select(i => i.Id).ToHashSet();
            if (told is not null)
                fitting.UnionWith(collectors.Where(c => Resembling.Fits(c.By, about, told)).Select(c => c.Into.Id));
            var said = await db.SaidOf([.. open.Select(i => i.Id)], now, ct);
            return new([.. open.OrderByDescending(i => fitting.Contains(i.Id)).ThenByDescending(i => i.Severity).Take(Few).Select(i => Of(i, said[i.Id], fitting.Contains(i.Id)))], near);
        }

        /// <summary>The open incident that a case belongs to, as its customer may know it.</summary>
        public async Task<KnownTrouble?> KnownOf(Id<Case> id, DateTimeOffset now, CancellationToken ct) =>
            await db.OpenIncidents.AsNoTracking().Where(i => db.Set<IncidentCase>().Any(c => c.IncidentId == i.Id && c.CaseId == id && c.RemovedAt == null)).OrderBy(i => i.DeclaredAt).FirstOrDefaultAsync(ct) is { } incident
                ? Of(incident, (await db.SaidOf([incident.Id], now, ct))[incident.Id], true) with { Mine = true } : null;

        /// <summary>The same for whoever has a case already: the incident that it belongs to, or what is open.</summary>
        public async Task<KnownTroubles> KnownFor(Case theCase, DateTimeOffset now, CancellationToken ct) =>
            await db.KnownOf(theCase.Id, now, ct) is { } mine ? new([mine], await db.MaintenancesNear(now, ct)) : await db.KnownNow(theCase.Product, theCase.IsUntold ? null : $"{theCase.Subject}\n{theCase.Preview}", now, ct);

        /// <summary>Wants to be told when it is over: their case belongs to it from now on. Nothing, when it is over already, or the case belongs to one that is not.</summary>
        public async Task Follow(Id<Incident> id, Id<Case> theCase, DateTimeOffset now)
        {
            if (await db.OpenIncident(id, CancellationToken.None) is not { } incident
                || await db.OpenIncidents.AnyAsync(i => db.Set<IncidentCase>().Any(c => c.IncidentId == i.Id && c.CaseId == theCase && c.RemovedAt == null), CancellationToken.None))
                return;
            if (await db.IncidentCases.AsTracking().SingleOrDefaultAsync(c => c.IncidentId == incident.Id && c.CaseId == theCase, CancellationToken.None) is not { } before)
            {
                await db.Join(incident, [theCase], Collected.Added, null, now);
                return;
            }

            (before.RemovedAt, before.How, before.At) = (null, Collected.Added, now);
            db.SayJoined(incident.Id, [theCase], null, now);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        // What was said of those that were merged into one was said of it, too.
        private async Task<ILookup<Id<Incident>, IncidentUpdate>> SaidOf(IReadOnlyList<Id<Incident>> open, DateTimeOffset now, CancellationToken ct)
        {
            var into = (await db.Collectors(ct)).Where(c => open.Contains(c.Into.Id)).ToDictionary(c => c.By.Id, c => c.Into.Id);
            var ids = into.Keys.ToList();
            return (await db.IncidentUpdates.AsNoTracking().Where(u => ids.Contains(u.IncidentId) && u.CancelledAt == null && u.DueAt <= now).ToListAsync(ct)).ToLookup(u => into[u.IncidentId]);
        }
    }

    // What was said to be over, and is not, is not said any more.
    private static KnownTrouble Of(Incident incident, IEnumerable<IncidentUpdate> updates, bool fits) =>
        new(incident.Id, incident.Public, incident.State, updates.OrderByDescending(u => u.At).FirstOrDefault() is { Resolves: false } newest ? Bilingual.Of(newest.TextJa, newest.TextEn) : null, fits);
}
