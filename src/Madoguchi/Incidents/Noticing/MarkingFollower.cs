using Madoguchi.Cases.Timeline;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Noticing;

/// <summary>Marks what a contact is about, as soon as it is told and as often as more of it is.</summary>
public sealed class MarkingFollower : EntryWork
{
    // Any number that nobody else locks by: "marks" on a telephone's keys.
    private const long Lock = 62757;

    public override async Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        var ids = entries.Where(IsTelling).Select(e => e.CaseId).Distinct().ToList();
        if (ids.Count == 0)
            return;
        // Two nodes may learn of one case at once. (SQLite has one lane.)
        if (db.IsPostgres)
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", CancellationToken.None);
        await db.Mark(ids, now);
    }

    private static bool IsTelling(Entry entry) => entry.Number == 1 || MarkingMapping.Words.Contains(entry.Kind) || entry.Kind == "described" || (entry.Kind == "fact" && ((FactTold)entry.What).Key == MarkingMapping.ErrorFact);
}
