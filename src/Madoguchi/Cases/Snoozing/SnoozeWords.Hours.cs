using System.Text.RegularExpressions;

namespace Madoguchi.Cases.Snoozing;

public static partial class SnoozeWords
{
    private const string Part = @"(?<part>午前|午後|朝一|朝|昼過ぎ|お?昼|正午|夕方|夕|夜|晩|\bmorning\b|\bafternoon\b|\bevening\b|\bnight\b|\bnoon\b|\bmidday\b|\blunch\b|\bmidnight\b)";
    private const string Exactly = @"(?<![\d:/])(?<h>\d{1,2})(?: ?時(?:(?<half>半)| ?(?<m>\d{1,2}) ?分)?|:(?<m>\d{2})| o'clock)?(?![\d:/年月日])(?: ?(?:in the |at )?(?<after>am\b|pm\b|a\.m\.?|p\.m\.?|morning\b|afternoon\b|evening\b|night\b))?";

    // The hour that is named, and what is left without it.
    private static (TimeSpan? Time, string Left) Hour(string text)
    {
        if (Clock().Match(text) is not { Success: true } clock)
            return (null, text);
        var rest = text.Remove(clock.Index, clock.Length);
        return !clock.Groups["h"].Success ? (Usual(clock.Groups["part"].Value), rest) : Exact(clock) is { } exact ? (exact, rest) : (null, text);
    }

    private static TimeSpan? Exact(Match m)
    {
        var hour = Number(m.Groups["h"]);
        var minute = m.Groups["half"].Success ? 30 : m.Groups["m"].Success ? Number(m.Groups["m"]) : 0;
        return minute > 59 || hour > 24 ? null : new TimeSpan(Of(hour, m.Groups["part"].Success ? m.Groups["part"].Value : m.Groups["after"].Value, m.Groups["h"].Value[0] == '0'), minute, 0);
    }

    private static int Of(int hour, string part, bool inFull) => part switch
    {
        "夜" or "晩" or "night" when hour is 12 or <= 3 => hour % 12 + 24,
        "昼" or "お昼" or "正午" or "noon" or "lunch" or "midday" when hour >= 10 => hour,
        "午前" or "朝" or "朝一" or "am" or "a.m." or "a.m" or "morning" => hour == 12 ? 0 : hour,
        not "" => hour < 12 ? hour + 12 : hour,
        // Nobody lays a case aside until three at night: 3時 is said for the afternoon. Who means the night writes 03:00.
        _ => hour is >= 1 and <= 6 && !inFull ? hour + 12 : hour,
    };

    private static TimeSpan Usual(string part) => TimeSpan.FromHours(part switch
    {
        "昼" or "お昼" or "正午" or "noon" or "lunch" or "midday" => 12,
        "午後" or "昼過ぎ" or "afternoon" => 13,
        "夕方" or "夕" => 17,
        "夜" or "晩" or "evening" or "night" => 19,
        "midnight" => 24,
        _ => 9,
    });

    [GeneratedRegex(Part + @"(?:の|, ?| |at )*" + Exactly + "|" + Part + "|" + Exactly)]
    private static partial Regex Clock();
}
