using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Wording;

public static class GlossaryMapping
{
    extension(Db db)
    {
        public async Task<GlossaryList?> GlossaryOf(string slug, CancellationToken ct) =>
            await db.Desks.AsNoTracking().Where(d => d.Slug == slug).Select(d => (Id<Desk>?)d.Id).SingleOrDefaultAsync(ct) is { } desk
                ? new([.. (await db.Terms(desk, ct)).Select(t => new GlossaryLine(t.Term, t.Plain, t.Language))]) : null;

        /// <summary>Replaces the whole list.</summary>
        public async Task<GlossaryList?> SetGlossary(string slug, GlossaryList glossary)
        {
            if (await db.Desks.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, CancellationToken.None) is not { } desk)
                return null;
            // Two administrators at once: the desk's row is the lock.
            _ = await db.Lock(desk.Id).AsNoTracking().SingleAsync(CancellationToken.None);
            await db.Glossary.Where(g => g.DeskId == desk.Id).ExecuteDeleteAsync(CancellationToken.None);
            var terms = glossary.Terms.Select((t, i) => new GlossaryTerm { DeskId = desk.Id, Language = t.Language, Term = PlainText.Clean(t.Term), Plain = PlainText.Clean(t.Plain), Position = i })
                .DistinctBy(t => (t.Language, t.Term)).ToList();
            db.Glossary.AddRange(terms);
            await db.SaveChangesAsync(CancellationToken.None);
            return new([.. terms.Select(t => new GlossaryLine(t.Term, t.Plain, t.Language))]);
        }

        /// <summary>What could be said more kindly or more plainly in a draft; the caller has found the case by a scope of its own.</summary>
        public async Task<IReadOnlyList<WordingHint>> WordingHintsFor(Id<Case> id, string draft, CancellationToken ct)
        {
            var theCase = await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == id, ct);
            return WordingHints.In(draft, await db.Wordbook(ct), await db.Terms(theCase.DeskId, ct), theCase.Language);
        }

        private Task<List<GlossaryTerm>> Terms(Id<Desk> desk, CancellationToken ct) => db.Glossary.AsNoTracking().Where(g => g.DeskId == desk).OrderBy(g => g.Position).ToListAsync(ct);
    }
}
