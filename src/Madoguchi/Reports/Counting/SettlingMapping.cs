using Madoguchi.Cases;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports.Counting;

public static class SettlingMapping
{
    extension(Db db)
    {
        /// <summary>The rows of these cases are these, and no others; what is the same already is not written.</summary>
        internal async Task Settle<T>(Id<Case>[] cases, IEnumerable<T> rows)
            where T : Counted
        {
            var had = await db.Set<T>().AsTracking().Where(r => cases.Contains(r.CaseId)).ToDictionaryAsync(r => (r.CaseId, r.Entry), CancellationToken.None);
            foreach (var row in rows)
            {
                if (had.Remove((row.CaseId, row.Entry), out var before))
                    db.Entry(before).CurrentValues.SetValues(row);
                else
                    db.Add(row);
            }

            db.RemoveRange(had.Values);
        }
    }
}
