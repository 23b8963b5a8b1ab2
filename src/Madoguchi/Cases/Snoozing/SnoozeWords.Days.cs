using System.Text.RegularExpressions;

namespace Madoguchi.Cases.Snoozing;

public static partial class SnoozeWords
{
    private const string Weekdays = "月火水木金土日";
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] EnglishDays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    // The day that is named, and what is left without it. The longest name of a day comes first: 明後日 is not 明日.
    private static (DateTime? Day, string Left) Day(string text, DateTime today)
    {
        foreach (var (words, day) in Named)
        {
            if (words.Match(text) is { Success: true } m && day(m, today) is { } found)
                return (found, text.Remove(m.Index, m.Length));
        }

        return (null, text);
    }

    private static readonly (Regex Words, Func<Match, DateTime, DateTime?> Day)[] Named =
    [
        (IsoDate(), (m, _) => Date(Number(m.Groups["y"]), Number(m.Groups["m"]), Number(m.Groups["d"]))),
        (MonthDay(), (m, today) => Coming(today, Number(m.Groups["m"]), Number(m.Groups["d"]))),
        (EnglishDate(), (m, today) => Coming(today, Array.IndexOf(Months, m.Groups["m"].Value) + 1, Number(m.Groups["d"]))),
        (NextMonth(), (m, today) => m.Groups["d"].Success ? Date(today.AddMonths(1).Year, today.AddMonths(1).Month, Number(m.Groups["d"])) : new DateTime(today.Year, today.Month, 1).AddMonths(1)),
        (InDays(), (m, today) => today.AddDays(Number(m.Groups["n"]))),
        (JapaneseWeekday(), (m, today) => Weekday(today, Weekdays.IndexOf(m.Groups["w"].Value, StringComparison.Ordinal), m.Groups["week"].Value)),
        (EnglishWeekday(), (m, today) => Weekday(today, Array.IndexOf(EnglishDays, m.Groups["w"].Value), m.Groups["week"].Value)),
        (ThreeDays(), (_, today) => today.AddDays(3)), (TwoDays(), (_, today) => today.AddDays(2)), (Tomorrow(), (_, today) => today.AddDays(1)), (Today(), (_, today) => today),
        (WeekAfterNext(), (_, today) => Monday(today).AddDays(14)), (NextWeek(), (_, today) => Monday(today).AddDays(7)),
        (Weekend(), (_, today) => Weekday(today, 5, "")), (MonthsEnd(), (_, today) => new DateTime(today.Year, today.Month, 1).AddMonths(1).AddDays(-1)),
        (DayOfMonth(), (m, today) => Coming(today, null, Number(m.Groups["d"]))),
    ];

    private static DateTime Monday(DateTime day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateTime? Weekday(DateTime today, int weekday, string week) => week switch
    {
        "" or "次" or "今度" => Monday(today).AddDays(weekday) is var day && day > today ? day : Monday(today).AddDays(weekday + 7),
        "今週" or "this" => Monday(today).AddDays(weekday),
        "再来週" => Monday(today).AddDays(weekday + 14),
        _ => Monday(today).AddDays(weekday + 7),
    };

    // The next day of that date: today's own is still this one. A day that a month does not have is none.
    private static DateTime? Coming(DateTime today, int? month, int day)
    {
        for (var at = month is { } m and >= 1 and <= 12 ? new DateTime(today.Year, m, 1) : new DateTime(today.Year, today.Month, 1); at.Year <= today.Year + 1; at = month is null ? at.AddMonths(1) : at.AddYears(1))
        {
            if (Date(at.Year, at.Month, day) is { } found && found >= today)
                return month is > 12 or < 1 ? null : found;
        }

        return null;
    }

    private static DateTime? Date(int year, int month, int day) =>
        year is >= 2000 and <= 9000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, day) : null;

    [GeneratedRegex(@"(?<y>20\d\d) ?[-/年.] ?(?<m>\d{1,2}) ?[-/月.] ?(?<d>\d{1,2})日?")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"(?<!\d)(?<m>\d{1,2})(?: ?月 ?(?<d>\d{1,2}) ?日|/(?<d>\d{1,2}))(?!\d)")]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"\b(?:(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?<d>\d{1,2})(?:st|nd|rd|th)?(?![:\d])|(?<d>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b")]
    private static partial Regex EnglishDate();

    [GeneratedRegex(@"来月の?(?:(?<d>\d{1,2})日)?|\bnext month\b")]
    private static partial Regex NextMonth();

    [GeneratedRegex(@"(?:\bin )?(?<!\d)(?<n>\d{1,3})(?: ?日(?:後|ご)| days?\b)")]
    private static partial Regex InDays();

    [GeneratedRegex(@"(?<week>再来週|来週|翌週|次|今週|今度)?の? ?(?<w>[月火水木金土日])曜日?")]
    private static partial Regex JapaneseWeekday();

    [GeneratedRegex(@"\b(?:(?<week>next|this) )?(?<w>mon|tue|wed|thu|fri|sat|sun)(?:day|sday|s|nesday|rsday|rs|r|urday)?\b")]
    private static partial Regex EnglishWeekday();

    [GeneratedRegex("しあさって|明々後日|明明後日")]
    private static partial Regex ThreeDays();

    [GeneratedRegex(@"明後日|あさって|\b(?:the )?day after tomorrow\b")]
    private static partial Regex TwoDays();

    [GeneratedRegex(@"明日|あした|あす|翌日|明(?=朝|晩)|\b(?:tomorrow|tmrw|tmr)\b")]
    private static partial Regex Tomorrow();

    [GeneratedRegex(@"今日|きょう|本日|今(?=夜|晩|夕)|\b(?:today|this(?= (?:morning|afternoon|evening)))\b|\bto(?=night\b)")]
    private static partial Regex Today();

    [GeneratedRegex(@"再来週")]
    private static partial Regex WeekAfterNext();

    [GeneratedRegex(@"来週|翌週|週明け|\bnext week\b")]
    private static partial Regex NextWeek();

    [GeneratedRegex(@"週末|\b(?:this )?weekend\b")]
    private static partial Regex Weekend();

    [GeneratedRegex(@"月末|\bend of (?:the )?month\b")]
    private static partial Regex MonthsEnd();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})日(?!後|ご)")]
    private static partial Regex DayOfMonth();
}
