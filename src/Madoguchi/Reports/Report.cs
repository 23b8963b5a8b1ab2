namespace Madoguchi.Reports;

/// <summary>Figures of a period. What began in it is counted, with what has become of it until now.</summary>
/// <param name="From">First day, in the house's zone.</param>
/// <param name="To">Last day, included.</param>
/// <param name="By">What the rows are counted by.</param>
/// <param name="Desk">The one desk that was asked for.</param>
/// <param name="Sums">Over the whole period.</param>
/// <param name="Columns">Of the rows, in their order.</param>
/// <param name="Rows">Without those where there was nothing to count.</param>
public sealed record Report(
    string Name, DateOnly From, DateOnly To, string Zone, string By, string? Desk, IReadOnlyDictionary<string, long?> Sums, IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows)
{
    public static IReadOnlyDictionary<string, object?> Row(params (string Name, object? Value)[] cells) => cells.ToDictionary(c => c.Name, c => c.Value);
}

/// <param name="By">What it can be counted by; the first one, when nothing is asked for.</param>
public sealed record ReportKind(string Name, IReadOnlyList<string> By);

public sealed record ReportKinds(IReadOnlyList<ReportKind> Reports)
{
    public static readonly ReportKinds All = new(
    [
        new("contacts", ["desk", "product", "problem", "errorText", "channel", "day"]),
        new("handovers", ["route", "day", "perCase"]),
        new("asked-twice", ["fact", "desk", "day"]),
        new("sent-away", ["phrase", "desk", "day"]),
        new("denials", ["phrase", "desk", "day"]),
        new("broken-off", ["how", "desk", "day"]),
        new("answer-times", ["desk", "product", "problem", "channel", "day"]),
        new("satisfaction", ["desk", "week"]),
        new("waits", ["desk", "week"]),
        new("checks", ["desk", "week"]),
        new("remedies", ["remedy", "desk"]),
        new("mine", ["day"]),
        new("team", ["desk", "day", "agent"]),
    ]);

    public static ReportKind? Named(string name) => All.Reports.FirstOrDefault(r => r.Name == name);
}
