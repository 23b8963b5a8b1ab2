using System.Text.Json;

namespace Madoguchi.Reports.Monthly;

/// <summary>One part of the page for the management: its sums, those of the month before, and the table behind its picture.</summary>
/// <param name="Sums">Over the month; seconds, minutes and days as their names say.</param>
/// <param name="Before">The same of the month before.</param>
/// <param name="Columns">Of the rows, in their order.</param>
public sealed record MonthPart(string Name, IReadOnlyDictionary<string, long?> Sums, IReadOnlyDictionary<string, long?> Before, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows)
{
    public static readonly IReadOnlyDictionary<string, long?> Nothing = new Dictionary<string, long?>();

    /// <summary>What was made and kept says the same as what is reckoned now: cells are words, whole numbers, numbers, yes or no.</summary>
    public static MonthPart Of(string name, IReadOnlyDictionary<string, long?> sums, IReadOnlyList<string> columns, IEnumerable<IReadOnlyDictionary<string, object?>> rows) =>
        new(name, sums, Nothing, columns, [.. rows.Select(r => (IReadOnlyDictionary<string, object?>)columns.ToDictionary(c => c, c => Plain(r.GetValueOrDefault(c))))]);

    public static MonthPart Of(string name, Report report) => Of(name, report.Sums, report.Columns, report.Rows);

    public long Sum(string measure) => Sums.GetValueOrDefault(measure) ?? 0;

    public MonthPart Kept() => this with { Rows = [.. Rows.Select(r => (IReadOnlyDictionary<string, object?>)Columns.ToDictionary(c => c, c => Plain(r.GetValueOrDefault(c))))] };

    private static object? Plain(object? cell) => cell switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        DateTimeOffset at => at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
        int number => (long)number,
        Enum value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()),
        JsonElement { ValueKind: JsonValueKind.String } words => words.GetString(),
        JsonElement { ValueKind: JsonValueKind.Number } number => number.TryGetInt64(out var whole) ? whole : number.GetDouble(),
        JsonElement { ValueKind: JsonValueKind.True } => true,
        JsonElement { ValueKind: JsonValueKind.False } => false,
        JsonElement => null,
        _ => cell,
    };
}

/// <summary>What the sentence at the head says, in both languages.</summary>
public sealed record Headline(string Ja, string En);

/// <summary>The one page a month.</summary>
/// <param name="Complete">The month is over: these figures stay as they are.</param>
/// <param name="MadeAt">When they were reckoned.</param>
/// <param name="Parts">By name, in the order of the page.</param>
public sealed record MonthReport(string Month, DateOnly From, DateOnly To, string Zone, bool Complete, DateTimeOffset MadeAt, Headline Headline, IReadOnlyDictionary<string, MonthPart> Parts)
{
    /// <summary>In the order of the page; each has a table of its own.</summary>
    public static readonly IReadOnlyList<string> Names =
        ["fires", "voices", "fixes", "decisions", "days", "products", "problems", "errors", "asked-twice", "handovers", "broken-off", "waits", "thanks"];

    public MonthPart Part(string name) => Parts[name];

    /// <summary>What stood in a database comes back as it was.</summary>
    public MonthReport Kept() => this with { Parts = Parts.ToDictionary(p => p.Key, p => p.Value.Kept()) };

    public byte[] Table(string name) => Csv.Of(Part(name).Columns, Part(name).Rows);

    public string FileName(string name) => $"monthly-{Month}-{name}.csv";
}
