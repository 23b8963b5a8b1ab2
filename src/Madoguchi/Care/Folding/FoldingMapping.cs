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
