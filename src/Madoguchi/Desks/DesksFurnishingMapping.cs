using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Desks;

public enum DeskMadeRefusal { SlugTaken }

public enum DeskChangedRefusal { Unknown, ChangedMeanwhile, HoursAreReckoned }

public static class DesksFurnishingMapping
{
    extension(Db db)
    {
        public async Task<Result<DeskMade, DeskMadeRefusal>> MakeDesk(NewDesk asked)
        {
            var slug = asked.Slug;
            if (await db.Desks.AnyAsync(d => d.Slug == slug, CancellationToken.None))
                return DeskMadeRefusal.SlugTaken;
            var desk = new Desk { Id = Id<Desk>.New(), Slug = slug, Name = asked.Name, Languages = [.. asked.Languages] };
            desk.Change(asked.Rest);
            db.Desks.Add(desk);
            if (asked.Reception == true || !await db.Desks.AnyAsync(d => d.IsReception, CancellationToken.None))
                await db.MoveReception(desk);
            await db.SaveChangesAsync(CancellationToken.None);
            return new DeskMade(desk.Id, slug);
        }

        /// <param name="expected">The version that the changer saw, if they care (If-Match).</param>
        public async Task<Result<DeskView, DeskChangedRefusal>> ChangeDesk(string slug, DeskChange asked, string? expected)
        {
            var id = await db.Desks.Where(d => d.Slug == slug).Select(d => d.Id).SingleOrDefaultAsync(CancellationToken.None);
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } desk)
                return DeskChangedRefusal.Unknown;
            if (expected is not null && expected != DeskView.Of(desk).Version)
                return DeskChangedRefusal.ChangedMeanwhile;
            if (desk.Contradicts(asked))
                return DeskChangedRefusal.HoursAreReckoned;

            desk.Change(asked);
            if (asked.Reception == true)
                await db.MoveReception(desk);
            await db.SaveChangesAsync(CancellationToken.None);
            return DeskView.Of(desk);
        }

        private async Task MoveReception(Desk to)
        {
            await db.Desks.Where(d => d.IsReception && d.Id != to.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.IsReception, false), CancellationToken.None);
            to.IsReception = true;
        }
    }
}
