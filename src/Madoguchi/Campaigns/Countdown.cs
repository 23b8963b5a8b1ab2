using Madoguchi.Shared;

namespace Madoguchi.Campaigns;

/// <summary>How long it still is, in plain words.</summary>
public static class Countdown
{
    public static string Of(TimeSpan left, Tongue t) => left switch
    {
        { TotalMinutes: < 1 } => t["1分足らず", "less than a minute"],
        { TotalHours: < 1 } => t[$"{left.Minutes}分", Some(left.Minutes, "minute")],
        { TotalDays: < 1 } => t[$"{left.Hours}時間{left.Minutes}分", $"{Some(left.Hours, "hour")} {Some(left.Minutes, "minute")}"],
        { TotalDays: < 7 } => t[$"{left.Days}日と{left.Hours}時間", $"{Some(left.Days, "day")} {Some(left.Hours, "hour")}"],
        _ => t[$"{left.Days}日", Some(left.Days, "day")],
    };

    private static string Some(int count, string of) => count == 1 ? $"1 {of}" : $"{count} {of}s";
}
