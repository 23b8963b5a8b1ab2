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
            // The reception is a desk, too: what fits it best stays.
            return Placing.Of($"{theCase.Subject}\n{await db.StoryOf(theCase.Id, ct)}", theCase.Product, theCase.Problem, theCase.Language, desks) is [var best, ..] && best.Desk.Id != at.Id ? best : null;
        }
    }
}
