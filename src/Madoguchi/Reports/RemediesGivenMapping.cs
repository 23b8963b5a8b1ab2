using Madoguchi.Desks;
using Madoguchi.Remedies;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports;

public static class RemediesGivenMapping
{
    private static readonly string[] Measures = ["asked", "granted", "sum", "seconded", "declined", "waiting", .. Quantiles.All.Select(q => $"approval{q.Name}")];

    extension(Db db)
    {
        /// <summary>What was given for what went wrong, of what was asked for in the period; and how long it waited for a second person.</summary>
        public async Task<Report> RemediesGiven(ReportAsked asked, CancellationToken ct)
        {
            var (start, end, desks) = (DateTimeOffset.FromUnixTimeSeconds(asked.Period.Start), DateTimeOffset.FromUnixTimeSeconds(asked.Period.End), asked.Desks);
            var given = (await db.Grants.AsNoTracking().Where(g => g.AskedAt >= start && g.AskedAt < end).Join(db.Desks, g => g.DeskId, d => d.Id, (g, d) => new { Grant = g, d.Slug })
                .Where(g => desks == null || desks.Contains(g.Slug)).ToListAsync(ct)).ConvertAll(g => (g.Grant, g.Slug));
            // Amounts are added only where they are counted in the same.
            var groups = given.GroupBy(g => asked.By == "desk" ? (Of: g.Slug, Unit: null) : (Of: g.Grant.Remedy, g.Grant.Unit)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Of, StringComparer.Ordinal);
            string[] columns = asked.By == "desk" ? ["desk", .. Measures] : ["remedy", "unit", .. Measures];
            return asked.Answer(Measured([.. given.Select(g => g.Grant)]), columns, groups.Select(g => Report.Row(
                [(asked.By, g.Key.Of), .. asked.By == "desk" ? Array.Empty<(string, object?)>() : [("unit", g.Key.Unit)], .. Measured([.. g.Select(x => x.Grant)]).Select(m => (m.Key, (object?)m.Value))])));
        }
    }

    private static Dictionary<string, long?> Measured(List<Grant> grants)
    {
        var granted = grants.FindAll(g => g.State is GrantState.Granted);
        var waits = grants.Where(g => g.AnsweredAt is not null).Select(g => (int)Math.Round((g.AnsweredAt!.Value - g.AskedAt).TotalSeconds)).Order().ToList(); // filtered: answered
        var measured = new Dictionary<string, long?>
        {
            ["asked"] = grants.Count, ["granted"] = granted.Count, ["sum"] = granted.Select(g => g.Unit).Distinct().Count() == 1 && granted[0].Unit is not null ? granted.Sum(g => g.Amount ?? 0) : null,
            ["seconded"] = granted.Count(g => g.AnsweredAt is not null), ["declined"] = grants.Count(g => g.State is GrantState.Declined), ["waiting"] = grants.Count(g => g.State is GrantState.Waiting),
        };
        foreach (var (name, percent) in Quantiles.All)
            measured[$"approval{name}"] = Quantiles.Of(waits, percent);
        return measured;
    }
}
