using System.Text.RegularExpressions;

namespace Madoguchi.Cases.Snoozing;

public static partial class SnoozeWords
{
    // So long from now: 3時間後, 1時間半後, 半時間, in 2 hours, 30m. Months keep the hour and have no fixed length.
    private static (TimeSpan Time, int? Months)? Span(string text)
    {
        if (JapaneseSpan().Match(text) is { Success: true } ja)
        {
            var half = ja.Groups["half"].Success;
            if (ja.Groups["n"] is { Success: false })
                return ja.Groups["unit"].Value switch { "時間" => (TimeSpan.FromMinutes(30), null), "日" => (TimeSpan.FromHours(12), null), _ => null };
            return Span(Number(ja.Groups["n"]), ja.Groups["unit"].Value switch { "分" => 'm', "時間" => 'h', "日" => 'd', "週間" or "週" => 'w', _ => 'M' }, half);
        }

        if (EnglishSpan().Match(text) is not { Success: true } en)
            return null;
        if (en.Groups["halfOf"].Success)
            return en.Groups["unit"].Value[0] == 'h' ? (TimeSpan.FromMinutes(30), null) : null;
        var n = en.Groups["n"].Value switch { "a" or "an" or "one" => 1, "two" => 2, "three" => 3, "four" => 4, "five" => 5, "six" => 6, "ten" => 10, _ => Number(en.Groups["n"]) };
        return Span(n, en.Groups["unit"].Value is ['m', 'o', ..] ? 'M' : en.Groups["unit"].Value[0], en.Groups["half"].Success);
    }

    private static (TimeSpan Time, int? Months)? Span(int n, char unit, bool half) => (n, unit) switch
    {
        (0 or > 10_000, _) => null,
        (_, 'm') => half ? null : (TimeSpan.FromMinutes(n), null),
        (_, 'h') => (TimeSpan.FromMinutes(n * 60 + (half ? 30 : 0)), null),
        (_, 'd') => (TimeSpan.FromHours(n * 24 + (half ? 12 : 0)), null),
        (_, 'w') => half ? null : (TimeSpan.FromDays(n * 7), null),
        _ => half || n > 24 ? null : (TimeSpan.Zero, n),
    };

    [GeneratedRegex(@"^(?:あと)? ?(?:(?<n>\d{1,4}) ?(?<unit>分|時間|日|週間|週|か月|ヶ月|カ月|ヵ月|箇月)(?<half>半)?|半(?<unit>時間|日)) ?(?:(?:後|のち|あと|先|ほど)に?|(?<=時間|分|週間|間半|間))$")]
    private static partial Regex JapaneseSpan();

    [GeneratedRegex(@"^(?:in )?(?:(?<halfOf>half an? )(?<unit>hour)|(?<n>\d{1,4}|an?|one|two|three|four|five|six|ten)(?<half> and a half|\.5)? ?(?<unit>minutes?|mins?|months?|m|hours?|hrs?|h|days?|d|weeks?|w))(?: later| from now)?$")]
    private static partial Regex EnglishSpan();
}
