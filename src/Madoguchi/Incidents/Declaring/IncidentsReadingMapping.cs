using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Declaring;

public static class IncidentsReadingMapping
{
    private const int Most = 200;

    extension(Db db)
    {
        /// <summary>What is open first, then the newest.</summary>
        /// <param name="open">Only those that are open, or only those that are resolved.</param>
        public async Task<IReadOnlyList<IncidentView>> IncidentsNow(bool? open, CancellationToken ct)
        {
            var incidents = await db.Incidents.AsNoTracking().Where(i => open == null || (i.ResolvedAt == null) == open).OrderByDescending(i => i.ResolvedAt == null).ThenByDescending(i => i.DeclaredAt).Take(Most).ToListAsync(ct);
            var ids = incidents.Select(i => i.Id).ToList();
            var counts = await db.IncidentCases.Where(c => ids.Contains(c.IncidentId) && c.RemovedAt == null).GroupBy(c => c.IncidentId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(c => c.Key, c => c.Count, ct);
            return [.. incidents.Select(i => IncidentView.Of(i, counts.GetValueOrDefault(i.Id)))];
        }

        public async Task<IncidentView?> IncidentNow(Id<Incident> id, CancellationToken ct) =>
            await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is { } incident ? IncidentView.Of(incident, await db.AffectedBy(id).CountAsync(ct)) : null;

        /// <summary>All that it has collected, the first first; of cases that the agent may not see, only that they are there.</summary>
        public async Task<IReadOnlyList<IncidentCaseView>> CasesOf(Id<Incident> id, CurrentAgent agent, int atMost, CancellationToken ct)
        {
            var affected = await db.AffectedBy(id).AsNoTracking().OrderBy(c => c.At).ThenBy(c => c.CaseId).Take(atMost).ToListAsync(ct);
            var seen = await db.Cases.AsNoTracking().VisibleTo(agent, db).Where(c => db.Set<IncidentCase>().Any(i => i.IncidentId == id && i.CaseId == c.Id && i.RemovedAt == null))
                .Join(db.Customers, c => c.CustomerId, c => c.Id, (c, customer) => new { c.Id, c.Subject, customer.Number, c.Status }).ToDictionaryAsync(c => c.Id, ct);
            return
            [
                .. from c in affected
                   let one = seen.GetValueOrDefault(c.CaseId)
                   select new IncidentCaseView(c.CaseId, c.How, c.At, one?.Subject, one?.Number, one?.Status, c.AskedAt, c.WorksAgain, c.AnsweredAt),
            ];
        }
    }
}
