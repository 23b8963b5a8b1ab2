using Madoguchi.Reports.Counting;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports;

public static class BreaksMapping
{
    private static readonly string[] Measures = ["brokenOff", "followedUp", "cameBack", "stuck", "solvedMyself", "noLongerNeeded", "silent", "solved"];

    extension(Db db)
    {
        /// <summary>Contacts that broke off midway, and what has come of them.</summary>
        public async Task<Report> BrokenOff(ReportAsked asked, CancellationToken ct)
        {
            var (start, end, desks) = (asked.Period.Start, asked.Period.End, asked.Desks);
            var found = db.CountedBreaks.AsNoTracking().Where(b => b.Second >= start && b.Second < end);
            if (desks is not null)
                found = found.Where(b => desks.Contains(b.Desk));
            var all = await found.ToListAsync(ct);
            var groups = all.GroupBy(b => asked.By switch { "desk" => b.Desk, "day" => (object)asked.DayOf(b.Second), _ => b.How });
            var sorted = asked.By == "day" ? groups.OrderBy(g => (DateOnly)g.Key) : groups.OrderByDescending(g => g.Count()).ThenBy(g => (string)g.Key, StringComparer.Ordinal);
            return asked.Answer(Measured(all), [asked.By, .. Measures],
                sorted.Select(g => Report.Row([(asked.By, g.Key), .. Measured([.. g]).Select(m => (m.Key, (object?)m.Value))])));
        }
    }

    // Who says that they are still stuck has come back as much as who writes on.
    private static Dictionary<string, long?> Measured(List<CountedBreak> of) => new()
    {
        ["brokenOff"] = of.Count, ["followedUp"] = of.Count(b => b.FollowedUp), ["cameBack"] = of.Count(b => b.Ending is Ending.Back or Ending.Stuck),
        ["stuck"] = of.Count(b => b.Ending is Ending.Stuck), ["solvedMyself"] = of.Count(b => b.Ending is Ending.SolvedMyself),
        ["noLongerNeeded"] = of.Count(b => b.Ending is Ending.NoLongerNeeded), ["silent"] = of.Count(b => b.Ending is Ending.Silent), ["solved"] = of.Count(b => b.Solved),
    };
}
