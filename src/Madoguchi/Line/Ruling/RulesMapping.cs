using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Line.Ruling;

public static class RulesMapping
{
    extension(Db db)
    {
        /// <summary>Null: there is no such desk.</summary>
        public async Task<LineRules?> LineRules(string slug, CancellationToken ct) => await db.DeskOf(slug, ct) is { } desk
            ? Ruling.LineRules.Of(await db.Set<DeskLine>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == DeskLine.Of(desk), ct)) : null;

        public async Task<LineRules?> RuleLine(string slug, LineRules asked)
        {
            if (await db.DeskOf(slug, CancellationToken.None) is not { } desk)
                return null;
            var line = await db.LockLine(desk);
            asked.Rule(line);
            db.RingAfterCommit(Topic.Of(desk));
            await db.SaveChangesAsync(CancellationToken.None);
            return Ruling.LineRules.Of(line);
        }

        private async Task<Id<Desk>?> DeskOf(string slug, CancellationToken ct) =>
            PlainText.IsStorable(slug) ? await db.Desks.AsNoTracking().Where(d => d.Slug == slug).Select(d => (Id<Desk>?)d.Id).SingleOrDefaultAsync(ct) : null;
    }
}
