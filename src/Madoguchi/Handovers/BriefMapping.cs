using Madoguchi.Cases;
using Madoguchi.Cases.Listening;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Handovers;

public static class BriefMapping
{
    // A case of a thousand messages is told by its beginning and its latest chapters.
    private const int Beginning = 50;
    private const int Latest = 500;

    extension(Db db)
    {
        public async Task<Brief> Brief(Case theCase, CancellationToken ct) => (await db.Briefs([theCase], ct))[theCase.Id];

        /// <summary>The briefs of cases that the caller has found by a scope of its own.</summary>
        public async Task<IReadOnlyDictionary<Id<Case>, Brief>> Briefs(IReadOnlyList<Case> cases, CancellationToken ct)
        {
            var (ids, customers, kinds) = (cases.Select(c => c.Id).ToList(), cases.Select(c => c.CustomerId).Distinct().ToList(), Handovers.Brief.Kinds);
            var entries = await db.Entries.AsNoTracking().Where(e => ids.Contains(e.CaseId) && kinds.Contains(e.Kind)
                && (e.Number <= Beginning || e.Number > db.Set<Case>().Single(c => c.Id == e.CaseId).LastEntry - Latest)).ToListAsync(ct);
            var facts = await db.Facts.AsNoTracking().Where(f => customers.Contains(f.CustomerId) && f.ReplacedAt == null).ToListAsync(ct);
            var told = facts.Select(f => f.DeskId).Distinct().ToList();
            var desks = await db.Desks.AsNoTracking().Where(d => told.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Name, ct);
            var byCase = entries.ToLookup(e => e.CaseId);
            var calm = db.GetService<Listeners>();
            return cases.ToDictionary(c => c.Id, c => Handovers.Brief.Compose(c, [.. byCase[c.Id]], facts, desks).Calmed(calm.Calm));
        }
    }
}
