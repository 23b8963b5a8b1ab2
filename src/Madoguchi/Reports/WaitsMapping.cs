using Madoguchi.Desks;
using Madoguchi.Line;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports;

public static class WaitsMapping
{
    private static readonly string[] Measures =
        ["joined", "called", "shown", "inside", "shorter", "longer", "insideShare", "insideLow", "insideHigh", .. Quantiles.All.Select(q => $"wait{q.Name}"), "widthP50"];

    extension(Db db)
    {
        /// <summary>Are the waits we show true? The range shown on joining against the wait lived until the first call, of those who joined in the period.</summary>
        public async Task<Report> Waits(ReportAsked asked, CancellationToken ct)
        {
            var (start, end, desks) = (DateTimeOffset.FromUnixTimeSeconds(asked.Period.Start), DateTimeOffset.FromUnixTimeSeconds(asked.Period.End), asked.Desks);
            var lived = (await db.Tickets.AsNoTracking().Where(t => t.JoinedAt >= start && t.JoinedAt < end).Join(db.Desks, t => t.DeskId, d => d.Id, (t, d) => new { d.Slug, t.JoinedAt, t.FirstCalledAt, t.Low, t.High })
                .Where(t => desks == null || desks.Contains(t.Slug)).ToListAsync(ct))
                .ConvertAll(t => new Lived(asked.By == "week" ? Monday(asked.DayOf(t.JoinedAt.ToUnixTimeSeconds())) : t.Slug, t.FirstCalledAt is { } called ? (called - t.JoinedAt).TotalSeconds : null, t.Low, t.High));
            var groups = lived.GroupBy(t => t.Of);
            var sorted = asked.By == "week" ? groups.OrderBy(g => (DateOnly)g.Key) : groups.OrderByDescending(g => g.Count()).ThenBy(g => (string)g.Key, StringComparer.Ordinal);
            return asked.Answer(Measured(lived), [asked.By, .. Measures], sorted.Select(g => Report.Row([(asked.By, g.Key), .. Measured([.. g]).Select(m => (m.Key, (object?)m.Value))])));
        }
    }

    private static Dictionary<string, long?> Measured(List<Lived> lived)
    {
        // Who has left before being called has lived no wait to compare; who was told nothing, no range.
        var shown = lived.FindAll(t => t is { Wait: not null, Low: not null, High: not null });
        var (shorter, longer) = (shown.Count(t => t.Wait < t.Low), shown.Count(t => t.Wait > t.High));
        var (inside, waits) = (shown.Count - shorter - longer, Sorted(lived.Where(t => t.Wait is not null).Select(t => (int)Math.Round(t.Wait!.Value))));
        var share = Share.Of(inside, shown.Count);
        var measured = new Dictionary<string, long?>
        {
            ["joined"] = lived.Count, ["called"] = waits.Count, ["shown"] = shown.Count, ["inside"] = inside, ["shorter"] = shorter, ["longer"] = longer,
            ["insideShare"] = share.Percent, ["insideLow"] = share.Low, ["insideHigh"] = share.High,
        };
        foreach (var (name, percent) in Quantiles.All)
            measured[$"wait{name}"] = Quantiles.Of(waits, percent);
        measured["widthP50"] = Quantiles.Of(Sorted(shown.Select(t => t.High!.Value - t.Low!.Value)), 50);
        return measured;
    }

    private static List<int> Sorted(IEnumerable<int> values) => [.. values.Order()];

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <param name="Of">A desk, or a week's Monday.</param>
    /// <param name="Wait">Seconds until the turn came; nothing while it has not.</param>
    private sealed record Lived(object Of, double? Wait, int? Low, int? High);
}
