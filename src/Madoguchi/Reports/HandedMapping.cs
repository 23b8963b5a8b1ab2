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
            var all = asked.By == "route"
                ? (await found.GroupBy(h => new { h.From, h.To, h.Outcome, h.CameBack }).Select(g => new { g.Key.From, g.Key.To, g.Key.Outcome, g.Key.CameBack, Count = g.Count() }).ToListAsync(ct))
                    .ConvertAll(g => new Passed((g.From, g.To), g.Outcome, g.CameBack, g.Count))
                : (await found.Select(h => new { h.Second, h.CaseId, h.Outcome, h.CameBack }).ToListAsync(ct))
                    .ConvertAll(h => new Passed(asked.By == "day" ? asked.DayOf(h.Second) : h.CaseId, h.Outcome, h.CameBack, 1));
            var sums = Measured(all);
            sums["cases"] = await found.Select(h => h.CaseId).Distinct().CountAsync(ct);
            return asked.Answer(sums, Columns(asked.By), asked.By switch
            {
                "day" => all.GroupBy(h => (DateOnly)h.By).OrderBy(g => g.Key).Select(g => Row([("day", g.Key)], g)),
                "perCase" => all.GroupBy(h => h.By).GroupBy(g => g.Count()).OrderBy(g => g.Key).Select(g => Report.Row(("handovers", g.Key), ("cases", g.Count()))),
                _ => all.GroupBy(h => ((string From, string To))h.By).OrderByDescending(g => g.Sum(h => h.Count)).ThenBy(g => g.Key.From, StringComparer.Ordinal).ThenBy(g => g.Key.To, StringComparer.Ordinal)
                    .Select(g => Row([("from", g.Key.From), ("to", g.Key.To)], g)),
            });
        }
    }

    private static string[] Columns(string by) => by switch
    {
        "day" => ["day", .. Measures],
        "perCase" => ["handovers", "cases"],
        _ => ["from", "to", .. Measures],
    };

    private static IReadOnlyDictionary<string, object?> Row((string, object?)[] keys, IEnumerable<Passed> of) =>
        Report.Row([.. keys, .. Measured(of).Select(m => (m.Key, (object?)m.Value))]);

    private static Dictionary<string, long?> Measured(IEnumerable<Passed> of)
    {
        return new()
        {
            ["offered"] = of.Where(h => h.Outcome is not Outcome.TakenOver).Sum(h => h.Count), ["accepted"] = Of(Outcome.Accepted), ["returned"] = Of(Outcome.Returned),
            ["withdrawn"] = Of(Outcome.Withdrawn), ["waiting"] = Of(Outcome.Waiting), ["takenOver"] = Of(Outcome.TakenOver), ["cameBack"] = of.Where(h => h.CameBack).Sum(h => h.Count),
        };

        long Of(Outcome outcome) => of.Where(h => h.Outcome == outcome).Sum(h => h.Count);
    }

    private sealed record Passed(object By, Outcome Outcome, bool CameBack, long Count);
}
