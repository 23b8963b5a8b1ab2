using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports.Counting;

/// <summary>Counts a case anew when something on its record changes a count. A request then only adds up what stands here.</summary>
public sealed class CountingFollower : EntryWork
{
    public override async Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        Id<Case>[] ids = [.. entries.Where(Reckoning.Matters).Select(e => e.CaseId).Distinct()];
        if (ids.Length == 0)
            return;
        // Two nodes that learn of one case at once would each count it without the other's entry. (SQLite has one lane.)
        if (db.IsPostgres)
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", CancellationToken.None);

        // The cases before their entries: whoever moves one in between has left an entry that says where it was.
        var cases = await db.Cases.Where(c => ids.Contains(c.Id))
            .Join(db.Set<Desks.Desk>(), c => c.DeskId, d => d.Id, (c, d) => new CaseNow(c.Id, d.Slug, c.Product, c.Problem)).ToListAsync(CancellationToken.None);
        var kinds = Reckoning.Kinds;
        var told = (await db.Entries.AsNoTracking().Where(e => ids.Contains(e.CaseId) && (e.Number == 1 || kinds.Contains(e.Kind) || (e.Kind == "message" && e.Role == Role.Agent)))
            .OrderBy(e => e.CaseId).ThenBy(e => e.Number).ToListAsync(CancellationToken.None)).ToLookup(e => e.CaseId);
        var counted = cases.Select(c => Reckoning.Of(c, [.. told[c.Id]])).ToList();
        await db.Settle(ids, counted.SelectMany(c => c.Contacts));
        await db.Settle(ids, counted.SelectMany(c => c.Handovers));
        await db.SaveChangesAsync(CancellationToken.None);
    }

    // Any number that nobody else locks by: "reports" on a telephone's keys.
    private const long Lock = 7376787;
}
