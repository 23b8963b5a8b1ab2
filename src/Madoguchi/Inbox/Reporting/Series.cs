using Madoguchi.Reports;

namespace Madoguchi.Inbox.Reporting;

/// <summary>Counts day by day, those of nothing included.</summary>
/// <param name="Of">What is counted; nothing for what was not told.</param>
public sealed record Series(string? Of, IReadOnlyList<int> Days)
{
    public const int Shown = 8;

    public int Sum => Days.Sum();

    public int Most => Days.Count == 0 ? 0 : Days.Max();

    public static Series Total(Report report, string measure) => new(null, Spread(report, report.Rows, measure));

    /// <summary>The largest first; what comes after the eighth is one.</summary>
    public static (IReadOnlyList<Series> Largest, int Others, Series? OfOthers) Split(Report report, string measure)
    {
        var all = report.Rows.GroupBy(r => (string?)r[report.By]).Select(g => new Series(g.Key, Spread(report, g, measure)))
            .OrderByDescending(s => s.Sum).ThenBy(s => s.Of, StringComparer.Ordinal).ToList();
        var rest = all.Skip(Shown).ToList();
        return ([.. all.Take(Shown)], rest.Count, rest.Count == 0 ? null : new Series(null, [.. Enumerable.Range(0, rest[0].Days.Count).Select(i => rest.Sum(s => s.Days[i]))]));
    }

    private static int[] Spread(Report report, IEnumerable<IReadOnlyDictionary<string, object?>> rows, string measure)
    {
        var days = new int[report.To.DayNumber - report.From.DayNumber + 1];
        foreach (var row in rows)
            days[((DateOnly)row["day"]!).DayNumber - report.From.DayNumber] += Convert.ToInt32(row[measure], System.Globalization.CultureInfo.InvariantCulture); // rows by day have one
        return days;
    }
}
