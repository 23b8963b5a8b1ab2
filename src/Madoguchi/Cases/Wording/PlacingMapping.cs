using Madoguchi.Desks;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Wording;

public static class PlacingMapping
{
    extension(Db db)
    {
        /// <summary>For a case that waits at the reception: the desk that fits best, and why.</summary>
        public async Task<Placement?> FittingFor(Case theCase, CancellationToken ct)
        {
            if (theCase.IsClosed || theCase.PendingHandoverId is not null)
                return null;
            var desks = await db.Desks.AsNoTracking().ToListAsync(ct);
            var at = desks.Single(d => d.Id == theCase.DeskId);
            if (!at.IsReception)
                return null;
            // The reception is a desk, too: what fits it better than any other stays.
            var placements = Placing.Of($"{theCase.Subject}\n{await db.StoryOf(theCase.Id, ct)}", theCase.Product, theCase.Problem, theCase.Language, desks);
            var own = placements.Where(p => p.Desk.Id == at.Id).Sum(p => p.Weight);
            return placements.FirstOrDefault(p => p.Desk.Id != at.Id && p.Weight >= own);
        }
    }
}
