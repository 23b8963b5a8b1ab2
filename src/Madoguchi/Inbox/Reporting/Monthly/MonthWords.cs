using System.Globalization;
using Madoguchi.Reports.Monthly;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Reporting.Monthly;

/// <summary>How the page for the management says things.</summary>
public static class MonthWords
{
    public static string Kind(Tongue t, object? kind) => kind switch
    {
        "defect" => t["不具合", "Defect"],
        "wish" => t["ご要望", "Wish"],
        _ => t["ご不満", "Complaint"],
    };

    public static string State(Tongue t, object? state) => state switch
    {
        "planned" => t["予定", "planned"],
        "fixed" => t["直った", "fixed"],
        "wontFix" => t["見送り", "will not be fixed"],
        _ => t["判断待ち", "waiting"],
    };

    /// <summary>What the public read of an incident, where something was written for it; otherwise what the house calls it.</summary>
    public static string Title(Tongue t, IReadOnlyDictionary<string, object?> fire) =>
        fire.GetValueOrDefault(t["publicJa", "publicEn"]) is string { Length: > 0 } said ? said : fire.GetValueOrDefault(t["publicEn", "publicJa"]) is string { Length: > 0 } other ? other : fire["incident"] as string ?? "";

    public static string Severity(Tongue t, object? severity) => severity switch
    {
        "critical" => t["重大", "critical"],
        "major" => t["大きい", "major"],
        _ => t["小さい", "minor"],
    };

    public static long Number(IReadOnlyDictionary<string, object?> row, string column) => row.GetValueOrDefault(column) switch
    {
        long whole => whole,
        double part => (long)Math.Round(part),
        _ => 0,
    };

    public static double Degrees(IReadOnlyDictionary<string, object?> row) => row.GetValueOrDefault("temperature") switch
    {
        double degrees => degrees,
        long whole => whole,
        _ => 0,
    };

    /// <summary>90 minutes, 12 hours, 3 days.</summary>
    public static string Minutes(Tongue t, long? minutes) => minutes switch
    {
        null => "–",
        0 => t["すぐ", "at once"],
        < 120 => t[$"{minutes}分", $"{minutes} min"],
        < 48 * 60 => t[$"{Math.Round(minutes.Value / 60.0):0}時間", $"{Math.Round(minutes.Value / 60.0):0} h"],
        _ => Days(t, minutes.Value / 1_440),
    };

    public static string Days(Tongue t, long? days) => days is null ? "–" : t[$"{days}日", days == 1 ? "1 day" : $"{days} days"];

    public static string Count(Tongue t, long count) => count.ToString("N0", t.Culture);

    public static string Degrees(Tongue t, double degrees) => t[$"{degrees.ToString("0.#", CultureInfo.InvariantCulture)}度", $"{degrees.ToString("0.#", CultureInfo.InvariantCulture)}°"];

    /// <summary>Against the month before: more, fewer, or the same.</summary>
    public static string? Against(Tongue t, long now, long? before) => before switch
    {
        null => null,
        0 when now == 0 => null,
        var was when was == now => t[$"前の月と同じ", "as the month before"],
        var was => t[$"前の月は {Count(t, was.Value)}", $"{Count(t, was.Value)} the month before"],
    };

    public static string Name(Tongue t, Month month) => Headlines.Name(t, month);
}
