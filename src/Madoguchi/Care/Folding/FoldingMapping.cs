using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Care.Folding;

public static class FoldingMapping
{
    public static readonly IReadOnlyDictionary<int, Fold> None = new Dictionary<int, Fold>();

    extension(Db db)
    {
        /// <summary>Which of these entries this agent is shown folded, or with a reason beside. Most cases have none.</summary>
        public async Task<IReadOnlyDictionary<int, Fold>> FoldsOf(IReadOnlyList<Entry> entries, CurrentAgent me, CancellationToken ct)
        {
            if (entries.FirstOrDefault(e => Entry.IsOfCustomer(e.Role, e.Kind)) is not { CaseId: var id })
                return None;
            var open = CareVerdict.Open;
            var marks = await db.CareMarks.AsNoTracking().Where(m => m.CaseId == id && m.Verdict != open).ToListAsync(ct);
            if (marks.Count == 0)
                return None;
            var unfolded = await db.IsUnfolded(me.Id, ct);
            return marks.Where(m => !unfolded || m.Verdict is CareVerdict.Heard).ToDictionary(m => m.Entry, Fold.Of);
        }

        /// <summary>Of what was said after these cases were solved: where, and what this agent is shown folded.</summary>
        public async Task<IReadOnlyDictionary<Id<Case>, (int Entry, Fold Fold)>> FoldedThanks(IReadOnlyCollection<Id<Case>> ids, CurrentAgent me, CancellationToken ct)
        {
            if (ids.Count == 0 || await db.IsUnfolded(me.Id, ct))
                return new Dictionary<Id<Case>, (int, Fold)>();
            var (folded, said) = (CareVerdict.Folded, db.Entries.AsNoTracking().Where(e => e.Kind == "thanked" && e.Withdrawn == null));
            var marks = await db.CareMarks.AsNoTracking().Where(m => ids.Contains(m.CaseId) && m.Verdict == folded && m.Entry == said.Where(e => e.CaseId == m.CaseId).Max(e => (int?)e.Number)).ToListAsync(ct);
            return marks.ToDictionary(m => m.CaseId, m => (m.Entry, Fold.Of(m)));
        }

        /// <summary>They wish to read everything as it came.</summary>
        public Task<bool> IsUnfolded(Id<Agent> agent, CancellationToken ct) => db.Set<CareWish>().AnyAsync(w => w.AgentId == agent && w.Unfolded, ct);

        public async Task WishUnfolded(Id<Agent> agent, bool unfolded)
        {
            if (await db.Set<CareWish>().AsTracking().SingleOrDefaultAsync(w => w.AgentId == agent, CancellationToken.None) is { } wish)
                wish.Unfolded = unfolded;
            else
                db.Set<CareWish>().Add(new CareWish { AgentId = agent, Unfolded = unfolded });
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }
}
