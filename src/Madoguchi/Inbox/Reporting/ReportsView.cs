using Madoguchi.Desks;
using Madoguchi.Reports;

namespace Madoguchi.Inbox.Reporting;

/// <summary>What the page of figures shows.</summary>
/// <param name="Desks">Those that the viewer may choose from.</param>
/// <param name="Named">All desks by slug, for their names.</param>
/// <param name="Reports">By name.</param>
/// <param name="UntilToday">The last day is today.</param>
/// <param name="Wrong">A date could not be read: the usual period is shown.</param>
public sealed record ReportsView(
    CurrentAgent Me, Period Period, string? Desk, IReadOnlyList<Desk> Desks, IReadOnlyDictionary<string, Desk> Named, IReadOnlyDictionary<string, Report> Reports, bool UntilToday, bool Wrong)
{
    public string By => Reports["contacts"].By;

    public bool IsEmpty => Reports.Values.All(r => r.Rows.Count == 0);

    public long Sum(string report, string measure) => Reports[report].Sums[measure] ?? 0;

    /// <summary>The question mark and what follows: this period and desk, with something else chosen.</summary>
    public string With(string by) => $"?from={Day(Period.From)}&to={Day(Period.To)}{(Desk is { } desk ? $"&desk={Uri.EscapeDataString(desk)}" : "")}&by={by}";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
