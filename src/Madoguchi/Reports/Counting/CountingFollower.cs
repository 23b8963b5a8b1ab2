using Madoguchi.Cases.Timeline;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports.Counting;

/// <summary>Counts a case anew when something on its record changes a count. A request then only adds up what stands here.</summary>
public sealed class CountingFollower : EntryWork
{
    // Any number that nobody else locks by: "reports" on a telephone's keys.
    private const long Lock = 7376787;

    public override async Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        var words = entries.Where(e => !Reckoning.Matters(e) && e.Role == Role.Customer).Select(e => e.CaseId).Distinct().ToList();
        var ids = entries.Where(Reckoning.Matters).Select(e => e.CaseId).ToHashSet();
        // Two nodes that learn of one case at once would each count it without the other's entry. (SQLite has one lane.)
        if (db.IsPostgres)
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", CancellationToken.None);
        if (words.Count > 0)
            ids.UnionWith(await db.CountedBreaks.Where(b => words.Contains(b.CaseId)).Select(b => b.CaseId).ToListAsync(CancellationToken.None));
        if (ids.Count > 0)
            await db.Reckon([.. ids]);
    }
}
