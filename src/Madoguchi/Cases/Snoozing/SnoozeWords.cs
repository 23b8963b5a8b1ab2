using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Snoozing;

/// <summary>Words for a time to come, Japanese or English: 明日9時, 来週月曜, 3時間後, あさっての朝, tomorrow 9, next monday 10:30, in 2 hours.
/// A day without an hour is nine in the morning; a bare hour from one to six is in the afternoon; a weekday is the next of that name, "next" one
/// is in the week after this, and weeks begin on Monday.</summary>
public static partial class SnoozeWords
{
    public const int Longest = 60;

    /// <summary>Nothing where the words are not understood as a whole, or name a time that has gone by.</summary>
    public static DateTimeOffset? Read(string words, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (words.Length > Longest)
            return null;
        var text = Digits(PlainText.Normal(words, NormalizationForm.FormKC).ToLowerInvariant());
        text = Spaces().Replace(text, " ").Trim(' ', '.', '。', '!', '、');
        if (text.Length == 0)
            return null;
        var here = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        if (Span(text) is { } span)
            return span.Months is { } months ? At(here.AddMonths(months), zone) : now + span.Time;

        var (day, rest) = Day(text, here.Date);
        var (time, left) = Hour(rest);
        if (Filler().Replace(left, "").Length > 0 || (day is null && time is null))
            return null;
        var at = (day ?? here.Date) + (time ?? TimeSpan.FromHours(9));
        if (day is null && at <= here)
            at = at.AddDays(1);
        return At(at, zone) is { } moment && moment > now ? moment : null;
    }

    // An hour that the clocks leave out in spring is the one after it.
    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    // 三時間後, 十日: numbers up to ninety-nine, only before what they count.
    private static string Digits(string text) => Kanji().Replace(text, m =>
    {
        var parts = m.Value.Split('十');
        return (parts.Length == 1 ? One(parts[0], 0) : One(parts[0], 1) * 10 + One(parts[1], 0)).ToString(CultureInfo.InvariantCulture);

        static int One(string sign, int empty) => sign.Length == 0 ? empty : "〇一二三四五六七八九".IndexOf(sign, StringComparison.Ordinal);
    });

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?:[〇一二三四五六七八九]?十[一二三四五六七八九]?|[〇一二三四五六七八九])(?=時|分|日(?!曜)|週|か月|ヶ月|カ月|ヵ月|箇月|月(?!曜))")]
    private static partial Regex Kanji();

    [GeneratedRegex(@"[\s,、]|の|に|から|まで|頃|ごろ|\bat\b|\bon\b|\buntil\b|\btill\b|\bthe\b|\bin\b|\bto\b|\bby\b")]
    private static partial Regex Filler();
}
