using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Proving;

/// <param name="Text">As it was written.</param>
/// <param name="At">When that was, by all that can be known.</param>
public sealed record SaidTime(string Text, DateTimeOffset At);

/// <summary>Times in a customer's words ("昨日の23時41分", "at 11:41 pm"): where to look first. Without a day, the last such moment before they wrote it.</summary>
public static partial class SaidTimes
{
    private const int Most = 4;

    // Who tells when it was tells it early.
    private const int Looked = 2_000;
    private static readonly string[] Forms = ["yyyy-M-d H:m:s", "yyyy-M-d H:m", "yyyy-M-d"];

    public static IReadOnlyList<SaidTime> In(string text, DateTimeOffset written, TimeZoneInfo zone)
    {
        var end = text.Length <= Looked ? text.Length : char.IsHighSurrogate(text[Looked - 1]) ? Looked - 1 : Looked;
        var plain = PlainText.Normal(text[..end], NormalizationForm.FormKC);
        var now = TimeZoneInfo.ConvertTime(written, zone).DateTime;
        try
        {
            return [.. Said().Matches(plain).Select(m => Read(m, now, zone)).OfType<SaidTime>().DistinctBy(s => s.At).Take(Most)];
        }
        catch (RegexMatchTimeoutException)
        {
            return []; // a convenience, and never a reason not to show the words
        }
    }

    /// <summary>A date and a time without an offset, as somebody types them.</summary>
    public static DateTimeOffset? Typed(string text, TimeZoneInfo zone) =>
        DateTime.TryParseExact(PlainText.Normal(text, NormalizationForm.FormKC).Replace('/', '-').Replace('T', ' '), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed)
        && typed.Year is > 1970 and < 9000 && !zone.IsInvalidTime(typed) ? new DateTimeOffset(typed, zone.GetUtcOffset(typed)).ToUniversalTime() : null;

    private static SaidTime? Read(Match said, DateTime now, TimeZoneInfo zone)
    {
        var (hour, minute) = (Number(said, "h"), said.Groups["half"].Success ? 30 : said.Groups["m"].Success ? Number(said, "m") : 0);
        var afternoon = said.Groups["pm"].Success || said.Groups["pmEn"].Success;
        if (hour > 24 || minute > 59 || (afternoon && hour > 12) || Day(said, now) is not { } day)
            return null;
        hour = afternoon && hour < 12 ? hour + 12 : hour == 12 && (said.Groups["am"].Success || said.Groups["amEn"].Success) ? 0 : hour;
        var at = day.AddHours(hour).AddMinutes(minute);
        // 23:41, written at 00:10: the evening before.
        if (!said.Groups["day"].Success && at > now.AddMinutes(5))
            at = at.AddDays(-1);
        return zone.IsInvalidTime(at) || at.Year is < 1971 or > 8999 ? null : new(said.Value.Trim(), new DateTimeOffset(at, zone.GetUtcOffset(at)).ToUniversalTime());
    }

    private static DateTime? Day(Match said, DateTime now)
    {
        if (!said.Groups["day"].Success)
            return now.Date;
        if (said.Groups["yesterday"].Success)
            return now.Date.AddDays(-1);
        if (said.Groups["before"].Success)
            return now.Date.AddDays(-2);
        if (said.Groups["today"].Success)
            return now.Date;
        var (year, month, day) = (said.Groups["Y"].Success ? Number(said, "Y") : now.Year, Number(said, "M"), Number(said, "D"));
        if (year is < 1971 or > 8999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var date = new DateTime(year, month, day);
        return said.Groups["Y"].Success || date <= now.Date.AddDays(1) || day > DateTime.DaysInMonth(year - 1, month) ? date : new(year - 1, month, day);
    }

    private static int Number(Match said, string group) => int.Parse(said.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """
        (?<day>(?<yesterday>昨日|きのう|昨夜|昨晩|ゆうべ|yesterday|last\ night)|(?<before>一昨日|おととい)|(?<today>今日|きょう|今朝|本日|today|this\ morning)|(?:(?<Y>\d{4})[-/年])?(?<M>\d{1,2})[-/月](?<D>\d{1,2})日?)?
        [\sのにのT,]{0,3}(?:at\s)?(?<am>午前)?(?<pm>午後|夜の?|夕方の?)?\s?
        (?<![\d:.])(?:(?<h>\d{1,2})(?::(?<m>\d{2})(?![\d:]*:\d)(?::\d{2})?|時(?:(?<m>\d{1,2})分|(?<half>半))?(?!間))|(?<h>\d{1,2})(?=\s?[ap]\.?m\b))
        (?:\s?(?:(?<amEn>a\.?m\b\.?)|(?<pmEn>p\.?m\b\.?)))?
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Said();
}
