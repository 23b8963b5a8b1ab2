using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Guides.Finding;

public static class FindingMapping
{
    private const int Words = 30;

    extension(Db db)
    {
        /// <summary>Guides that fit a case, the best first; null when the agent may not see it.</summary>
        public async Task<IReadOnlyList<GuideSuggestion>?> GuidesFor(Id<Case> id, CurrentAgent agent, CancellationToken ct) =>
            await db.Cases.AsNoTracking().VisibleTo(agent, db).SingleOrDefaultAsync(c => c.Id == id, ct) is { } theCase ? await db.GuidesFor(theCase, ct) : null;

        /// <summary>By its subject, the customer's words and the facts told; the caller has found the case by a scope of its own.</summary>
        public async Task<IReadOnlyList<GuideSuggestion>> GuidesFor(Case theCase, CancellationToken ct)
        {
            var guides = await db.Guides.AsNoTracking().Where(g => g.RetiredAt == null).ToListAsync(ct);
            if (guides.Count == 0)
                return [];
            var id = theCase.Id;
            var said = await db.Entries.AsNoTracking().Where(e => e.CaseId == id && e.Withdrawn == null && ((e.Kind == "message" && e.Role == Role.Customer) || e.Kind == "callTaken"))
                .OrderBy(e => e.Number).Take(Words).ToListAsync(ct);
            var facts = await db.Facts.Where(f => f.CaseId == id && f.ReplacedAt == null).Select(f => f.Value).ToListAsync(ct);
            var told = said.Select(e => e.What is CallTaken call ? call.Text : ((MessageSaid)e.What).Text);
            return Matching.Of(string.Join('\n', told.Concat(facts).Prepend(theCase.Problem).Prepend(theCase.Subject)), theCase.Product, guides);
        }

        /// <summary>For words of somebody who has no case yet.</summary>
        public async Task<IReadOnlyList<GuideSuggestion>> GuidesFor(string text, string? product, CancellationToken ct) =>
            Matching.Of(text, product, await db.Guides.AsNoTracking().Where(g => g.RetiredAt == null).ToListAsync(ct));
    }
}
