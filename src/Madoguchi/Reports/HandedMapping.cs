using Madoguchi.Reports.Counting;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports;

public static class HandedMapping
{
    private static readonly string[] Measures = ["offered", "accepted", "returned", "withdrawn", "waiting", "takenOver", "cameBack"];

    extension(Db db)
    {
        /// <summary>The handovers that were offered in the period, and the cases taken over; an agent's are those from and to the own desks.</summary>
        public async Task<Report> Handovers(ReportAsked asked, CancellationToken ct)
        {
            var (period, desks) = (asked.Period, asked.Desks);
            var (start, end) = (period.Start, period.End);
            var found = db.CountedHandovers.AsNoTracking().Where(h => h.Second >= start && h.Second < end);
            if (desks is not null)
                found = found.Where(h => desks.Contains(h.From) || desks.Contains(h.To));
            var all = await found.ToListAsync(ct);
            var sums = Measured(all);
            sums["cases"] = all.DistinctBy(h => h.CaseId).Count();
            var groups = asked.By switch
            {
                "day" => all.GroupBy(h => asked.DayOf(h.Second)).OrderBy(g => g.Key)
                    .Select(g => Row([("day", g.Key)], [.. g])),
                "perCase" => all.GroupBy(h => h.CaseId).GroupBy(g => g.Count()).OrderBy(g => g.Key).Select(g => Report.Row(("handovers", g.Key), ("cases", g.Count()))),
                _ => all.GroupBy(h => (h.From, h.To)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.From, StringComparer.Ordinal).ThenBy(g => g.Key.To, StringComparer.Ordinal)
                    .Select(g => Row([("from", g.Key.From), ("to", g.Key.To)], [.. g])),
            };
            return asked.Answer(sums, Columns(asked.By), groups);
        }
    }

    private static string[] Columns(string by) => by switch
    {
        "day" => ["day", .. Measures],
        "perCase" => ["handovers", "cases"],
        _ => ["from", "to", .. Measures],
    };

    private static IReadOnlyDictionary<string, object?> Row((string, object?)[] keys, IReadOnlyList<CountedHandover> of) =>
        Report.Row([.. keys, .. Measured(of).Select(m => (m.Key, (object?)m.Value))]);

    private static Dictionary<string, long?> Measured(IReadOnlyList<CountedHandover> of)
    {
        return new()
        {
            ["offered"] = of.Count(h => h.Outcome is not Outcome.TakenOver), ["accepted"] = Of(Outcome.Accepted), ["returned"] = Of(Outcome.Returned),
            ["withdrawn"] = Of(Outcome.Withdrawn), ["waiting"] = Of(Outcome.Waiting), ["takenOver"] = Of(Outcome.TakenOver), ["cameBack"] = of.Count(h => h.CameBack),
        };

        long Of(Outcome outcome) => of.Count(h => h.Outcome == outcome);
    }
}
