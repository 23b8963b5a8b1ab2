using System.Globalization;
using Madoguchi.Desks.Hours;

namespace Madoguchi.Setup.Settings;

/// <summary>Opening hours as people type them: <c>9:00–12:00, 13:00–18:00</c>, <c>24時間</c>, <c>休み</c>.</summary>
public static class HoursText
{
    public const int SpareRows = 1;
    private static readonly char[] Between = [',', '、', '，', '・', '/', '\n', ';'];
    private static readonly char[] Until = ['-', '–', '—', '〜', '～', '~', '－', 'ー'];
    private static readonly string[] Closed = ["休み", "休", "定休", "closed", "-", "–"];
    private static readonly string[] ClosureFields = ["from", "to", "spans", "notice", "noticeInEnglish"];
    private static readonly string[] Whole = ["24時間", "終日", "24 hours", "24h"];

    public static IReadOnlyList<SpanPlan> Read(string text)
    {
        var words = Fullwidth(text);
        if (words.Length == 0 || Closed.Contains(words, StringComparer.OrdinalIgnoreCase))
            return [];
        if (Whole.Contains(words, StringComparer.OrdinalIgnoreCase))
            return [new("0:00", "24:00")];
        return [.. words.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(span => span.Split(Until, 2, StringSplitOptions.TrimEntries)).Select(s => new SpanPlan(s[0], s is [_, var to] ? to : ""))];
    }

    // 9：00～12：00 and 9:00から12:00まで are spans too.
    private static string Fullwidth(string text) =>
        text.Normalize(System.Text.NormalizationForm.FormKC).Replace("から", "–", StringComparison.Ordinal).Replace("まで", "", StringComparison.Ordinal).Trim();

    public static string Write(IReadOnlyList<SpanPlan>? spans) => spans is [{ From: "0:00", To: "24:00" }] ? "0:00–24:00" : string.Join(", ", (spans ?? []).Select(s => $"{s.From}–{s.To}"));

    /// <summary>The form as the plan that the API takes.</summary>
    public static HoursPlan Plan(Filled filled) => new(
        WeekPlan.Of([.. WeekPlan.Names.Select(day => Read(filled.Of(day)))]),
        filled.Of("onHolidays") switch { "closed" => [], "own" => Read(filled.Of("holidays")), _ => null },
        [.. Rows(filled).Where(row => row.Values.Any(v => v.Length > 0)).Select(row => new ClosurePlan(Of(row, "from"), Of(row, "to") is { Length: > 0 } to ? to : null, Some(Of(row, "notice")), Some(Of(row, "noticeInEnglish")), Read(Of(row, "spans")) is { Count: > 0 } spans ? spans : null))]);

    public static Filled Filled(HoursPlan? plan)
    {
        var fields = new Dictionary<string, string> { ["onHolidays"] = plan?.Holidays switch { null => "same", [] => "closed", _ => "own" }, ["holidays"] = Write(plan?.Holidays) };
        foreach (var (day, name) in WeekPlan.Names.Index())
            fields[name] = plan is null ? "" : Write(plan.Week.Days[day]);
        foreach (var (i, c) in (plan?.Closures ?? []).Index())
        {
            foreach (var (name, text) in new[] { ("from", c.From), ("to", c.To ?? ""), ("spans", Write(c.Spans)), ("notice", c.Notice ?? ""), ("noticeInEnglish", c.NoticeInEnglish ?? "") })
                fields[Row(i, name)] = text;
        }

        return new(fields);
    }

    /// <summary>How many rows of closures the form has.</summary>
    public static int Count(Filled filled) => filled.Fields.Keys.Select(k => k.Split('-')).Where(k => k is ["closure", _, "from"])
        .Select(k => int.TryParse(k[1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Min(n, HoursPlan.MostClosures) + 1 : 0).DefaultIfEmpty().Max();

    /// <summary>Rows taken away or never filled in are gone; the others move up, so that a reason stands where its row stands.</summary>
    public static Filled Tidy(Filled filled)
    {
        var fields = filled.Fields.Where(f => !f.Key.StartsWith("closure-", StringComparison.Ordinal)).ToDictionary();
        foreach (var (i, row) in Rows(filled).Where((row, i) => filled.Of(Row(i, "away")).Length == 0 && row.Values.Any(v => v.Length > 0)).Index())
        {
            foreach (var (name, text) in row)
                fields[Row(i, name)] = text;
        }

        return new(fields);
    }

    public static string Row(int i, string name) => string.Create(CultureInfo.InvariantCulture, $"closure-{i}-{name}");

    /// <summary>The API's pointer as the field of the form.</summary>
    public static string Field(string at) => at.Split('/') switch
    {
        [_, "week", var day, ..] => day,
        [_, "closures", var i, var name, ..] => $"closure-{i}-{name}",
        [_, var name, ..] => name,
        _ => at,
    };

    private static IEnumerable<Dictionary<string, string>> Rows(Filled filled) => Enumerable.Range(0, Count(filled))
        .Select(i => ClosureFields.ToDictionary(n => n, n => filled.Of(Row(i, n))));

    private static string Of(Dictionary<string, string> row, string name) => row.GetValueOrDefault(name, "");

    private static string? Some(string text) => text.Length > 0 ? text : null;
}
