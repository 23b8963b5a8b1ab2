using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Facts;

public static class KnowingMapping
{
    extension(Db db)
    {
        /// <summary>What is known at a case, newest first; null when this caller may not see the case.</summary>
        public async Task<IReadOnlyList<FactView>?> FactsAt(Id<Case> id, Caller caller, DateTimeOffset now, CancellationToken ct)
        {
            if (await db.Cases.AsNoTracking().VisibleTo(caller, db, now).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } theCase)
                return null;
            return await db.Show(theCase, await db.KnownAt(theCase, ct), caller, ct);
        }

        /// <summary>What is known at a case, newest first: a plain read.</summary>
        public async Task<IReadOnlyList<Fact>> KnownAt(Case theCase, CancellationToken ct)
        {
            var (customer, id) = (theCase.CustomerId, theCase.Id);
            var facts = await db.Facts.AsNoTracking().Where(f => f.CustomerId == customer && f.ReplacedAt == null && (f.Scope != Scope.Case || f.CaseId == id)).ToListAsync(ct);
            return [.. Known.At(theCase, facts)];
        }

        /// <summary>What the desk has asked and the customer has not told yet, oldest first.</summary>
        public async Task<IReadOnlyDictionary<string, OpenQuestion>> OpenQuestions(Id<Case> id, CancellationToken ct)
        {
            var kinds = Facts.OpenQuestions.Kinds;
            return Facts.OpenQuestions.In(await db.Entries.AsNoTracking().Where(e => e.CaseId == id && kinds.Contains(e.Kind)).OrderBy(e => e.Number).ToListAsync(ct));
        }

        /// <summary>The words of the owner desk, in the case's language.</summary>
        public async Task<Words> Words(Case theCase, CancellationToken ct)
        {
            var desk = theCase.DeskId;
            return new(await db.Set<IntakeQuestion>().AsNoTracking().Where(q => q.DeskId == desk).ToDictionaryAsync(q => q.Key, ct), Tongue.Of(theCase.Language));
        }

        internal async Task<IReadOnlyList<FactView>> Show(Case theCase, IReadOnlyCollection<Fact> facts, Caller caller, CancellationToken ct)
        {
            var desks = facts.Select(f => f.DeskId).Distinct().ToList();
            var slugs = await db.Set<Desk>().AsNoTracking().Where(d => desks.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Slug, ct);
            var words = await db.Words(theCase, ct);
            return
            [
                .. facts.Select(f => new FactView(f.Key, words.Label(f.Key), f.Value, f.Scope, new By(f.ByRole, f.ByName), f.At, slugs[f.DeskId],
                    caller.Agent is not null || f.CaseId == theCase.Id ? f.CaseId : null, f.DeviceId, f.Verified)),
            ];
        }
    }
}
