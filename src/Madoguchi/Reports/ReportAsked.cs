using Madoguchi.Desks;
using Madoguchi.Desks.Hours;

namespace Madoguchi.Reports;

/// <summary>What a report is asked for, and by whom: an agent sees the sums of their own desks, who stands in for every desk sees all.</summary>
/// <param name="Desks">Slugs of the desks that may be looked at and are asked for; all when null.</param>
/// <param name="Desk">The one that was asked for by name.</param>
public sealed record ReportAsked(string Name, Period Period, string By, IReadOnlyList<string>? Desks, string? Desk, CurrentAgent Me)
{
    /// <param name="mine">Slugs of the agent's own desks.</param>
    public static IReadOnlyList<string>? Scope(CurrentAgent me, IReadOnlyList<string> mine, string? desk) =>
        desk is null ? me.SeesAll ? null : mine : me.SeesAll || mine.Contains(desk) ? [desk] : [];

    public Report Answer(IReadOnlyDictionary<string, long?> sums, IReadOnlyList<string> columns, IEnumerable<IReadOnlyDictionary<string, object?>> rows) =>
        new(Name, Period.From, Period.To, Period.Zone.Name, By, Desk, sums, columns, [.. rows]);

    public DateOnly DayOf(long second) => Period.Zone.DayOf(DateTimeOffset.FromUnixTimeSeconds(second));
}
