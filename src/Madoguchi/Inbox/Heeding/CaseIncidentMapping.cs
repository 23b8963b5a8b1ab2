using Madoguchi.Cases;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Heeding;

internal static class CaseIncidentMapping
{
    extension(Db db)
    {
        public async Task<CaseIncident?> IncidentOf(Case theCase, CancellationToken ct)
        {
            var open = await db.OpenIncidents.AsNoTracking().OrderByDescending(i => i.DeclaredAt).ToListAsync(ct);
            if (open.Count == 0)
                return null;
            var (id, ids) = (theCase.Id, open.Select(i => i.Id).ToList());
            var known = await db.IncidentCases.AsNoTracking().Where(c => c.CaseId == id && ids.Contains(c.IncidentId)).ToListAsync(ct);
            if (open.FirstOrDefault(i => known.Any(k => k.IncidentId == i.Id && k.RemovedAt is null)) is { } belongs)
                return new(belongs, true, await db.NewestOf(belongs.Id, ct));
            if (theCase.IsClosed)
                return null;
            // The same error, whatever the product; or the same product, where no error is named; or whatever else it collects, from before.
            var mark = await db.ContactMarks.AsNoTracking().SingleOrDefaultAsync(m => m.CaseId == id, ct);
            var likely = open.FirstOrDefault(i => known.All(k => k.IncidentId != i.Id)
                && ((i.ErrorText is { } error && (error == mark?.ErrorText || error == mark?.Exact)) || (i is { ErrorText: null, Like: null, Product: not null } && ContactMark.Same(i.Product, mark?.Product ?? theCase.Product)) || (mark is not null && i.Fits(mark))));
            return likely is null ? null : new(likely, false, await db.NewestOf(likely.Id, ct));
        }

        private async Task<Bilingual?> NewestOf(Id<Incident> id, CancellationToken ct) =>
            await db.IncidentUpdates.AsNoTracking().Where(u => u.IncidentId == id && u.CancelledAt == null).OrderByDescending(u => u.At).FirstOrDefaultAsync(ct) is { } newest ? Bilingual.Of(newest.TextJa, newest.TextEn) : null;
    }
}
