using Madoguchi.Desks;
using Madoguchi.Reports;

namespace Madoguchi.Inbox.Reporting;

/// <summary>What the page of figures shows.</summary>
/// <param name="Desks">Those that the viewer may choose from, by name; their names are wanted for others too.</param>
/// <param name="UntilToday">The last day is today.</param>
/// <param name="Wrong">A date could not be read: the usual period is shown.</param>
public sealed record ReportsView(CurrentAgent Me, Period Period, string? Desk, IReadOnlyList<Desk> Desks, IReadOnlyDictionary<string, Desk> Named, Report Contacts, Report Handovers, bool UntilToday, bool Wrong)
{
    public bool IsEmpty => Contacts.Rows.Count == 0 && Handovers.Rows.Count == 0;

    /// <summary>The address of this page with something else chosen.</summary>
    public string With(string? by = null) => $"?from={Day(Period.From)}&to={Day(Period.To)}{(Desk is { } desk ? $"&desk={Uri.EscapeDataString(desk)}" : "")}&by={by ?? Contacts.By}";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
