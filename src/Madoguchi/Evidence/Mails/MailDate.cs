using System.Globalization;

namespace Madoguchi.Evidence.Mails;

/// <summary>A time as mails write it: "Sat, 21 Nov 2026 23:41:09 +0900 (JST)"; the old names of zones too (RFC 5322 §3.3, §4.3).</summary>
public static class MailDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static DateTimeOffset? Read(string? value)
    {
        if (value is null || value.Length > 500)
            return null;
        var parts = Comments.Without(value).Split((char[])[' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
        var at = parts is [[not (>= '0' and <= '9'), ..], ..] ? 1 : 0; // the day of the week
        if (parts.Length < at + 4 || Number(parts[at], 2) is not { } day || Array.IndexOf(Months, parts[at + 1].ToLowerInvariant()) is not (>= 0 and var month) || Number(parts[at + 2], 4) is not { } year)
            return null;
        var clock = parts[at + 3].Split(':');
        if (clock.Length is not (2 or 3) || Number(clock[0], 2) is not (<= 23 and var hour) || Number(clock[1], 2) is not (<= 59 and var minute))
            return null;
        var second = clock.Length == 3 ? Number(clock[2].Split('.')[0], 2) : 0;
        year += parts[at + 2].Length > 2 ? 0 : year < 50 ? 2000 : 1900;
        if (second is not (<= 60 and { } ticks) || year is < 1970 or > 9000 || day < 1 || day > DateTime.DaysInMonth(year, month + 1) || Zone(parts.ElementAtOrDefault(at + 4)) is not { } zone)
            return null;
        return new DateTimeOffset(year, month + 1, day, hour, minute, Math.Min(ticks, 59), zone).ToUniversalTime();
    }

    private static int? Number(string text, int longest) =>
        text.Length <= longest && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan? Zone(string? zone) => zone?.ToUpperInvariant() switch
    {
        ['+' or '-', _, _, _, _] given when Number(given[1..3], 2) is <= 14 and { } hours && Number(given[3..], 2) is <= 59 and { } minutes && hours * 60 + minutes <= 14 * 60 =>
            (given[0] == '-' ? -1 : 1) * new TimeSpan(hours, minutes, 0),
        "EST" => TimeSpan.FromHours(-5),
        "EDT" => TimeSpan.FromHours(-4),
        "CST" => TimeSpan.FromHours(-6),
        "CDT" => TimeSpan.FromHours(-5),
        "MST" => TimeSpan.FromHours(-7),
        "MDT" => TimeSpan.FromHours(-6),
        "PST" => TimeSpan.FromHours(-8),
        "PDT" => TimeSpan.FromHours(-7),
        "JST" => TimeSpan.FromHours(9),
        ['+' or '-', ..] => null,
        _ => TimeSpan.Zero, // without one, or with a letter that nobody uses as it was meant: world time
    };
}
