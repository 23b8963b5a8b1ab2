using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports.Counting;

public static class ReckoningMapping
{
    extension(Db db)
    {
        internal async Task Reckon(IReadOnlyList<Id<Case>> ids)
        {
            // The cases before their entries: whoever moves one in between has left an entry that says where it was.
            var cases = await db.Cases.Where(c => ids.Contains(c.Id))
                .Join(db.Desks, c => c.DeskId, d => d.Id, (c, d) => new CaseNow(c.Id, d.Slug, c.Product, c.Problem)).ToListAsync(CancellationToken.None);
            var told = (await db.Told(ids)).ToLookup(e => e.CaseId);
            var counted = cases.Select(c => Reckoning.Of(c, [.. told[c.Id]])).ToList();
            await db.Settle(ids, counted.SelectMany(c => c.Contacts), c => (c.CaseId, c.Entry, 0));
            await db.Settle(ids, counted.SelectMany(c => c.Handovers), h => (h.CaseId, h.Entry, 0));
            await db.Settle(ids, counted.SelectMany(c => c.Acts), a => (a.CaseId, a.Entry, a.Nth));
            await db.Settle(ids, counted.SelectMany(c => c.Breaks), b => (b.CaseId, b.Entry, 0));
            await db.SaveChangesAsync(CancellationToken.None);
        }

        // What customers say is most of a record, and counts only where the contact had broken off.
        private async Task<List<Entry>> Told(IReadOnlyList<Id<Case>> ids)
        {
            var kinds = Reckoning.Kinds;
            var told = await db.Entries.AsNoTracking().Where(e => ids.Contains(e.CaseId) && (e.Number == 1 || kinds.Contains(e.Kind) || (e.Kind == "message" && e.Role == Role.Agent)))
                .ToListAsync(CancellationToken.None);
            var broken = told.Where(e => e.Kind == "brokenOff").Select(e => e.CaseId).Distinct().ToList();
            if (broken.Count > 0)
                told.AddRange(await db.Entries.AsNoTracking().Where(e => broken.Contains(e.CaseId) && e.Role == Role.Customer && e.Number > 1 && !kinds.Contains(e.Kind)).ToListAsync(CancellationToken.None));
            return [.. told.OrderBy(e => e.Number)];
        }

        // The rows of these cases are these, and no others; what is the same already is not written.
        private async Task Settle<T>(IReadOnlyList<Id<Case>> cases, IEnumerable<T> rows, Func<T, (Id<Case>, int, int)> key)
            where T : Counted
        {
            var had = (await db.Set<T>().AsTracking().Where(r => cases.Contains(r.CaseId)).ToListAsync(CancellationToken.None)).ToDictionary(key);
            foreach (var row in rows)
            {
                if (had.Remove(key(row), out var before))
                    db.Entry(before).CurrentValues.SetValues(row);
                else
                    db.Add(row);
            }

            db.RemoveRange(had.Values);
        }
    }
}
