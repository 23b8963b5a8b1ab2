using System.Globalization;

namespace Madoguchi.Voices.Digesting;

/// <summary>A week as ISO 8601 counts them, Monday to Sunday where the house lives. Pure.</summary>
public readonly record struct Week(int Year, int Number)
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Number:00}");

    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday));

    public Week Before => Of(Monday.AddDays(-1));

    public Week After => Of(Monday.AddDays(7));

    public static Week Of(DateOnly day) => new(ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue)), ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)));

    public static Week Of(DateTimeOffset at, TimeZoneInfo zone) => Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime));

    /// <summary>As in 2026-W47; null for anything else.</summary>
    public static Week? Read(string? text) => text is ['2', _, _, _, '-', 'W', _, _] && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= ISOWeek.GetWeeksInYear(year) ? new Week(year, number) : null;

    public (DateTimeOffset From, DateTimeOffset To) In(TimeZoneInfo zone) => (Start(Monday, zone), Start(Monday.AddDays(7), zone));

    private static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
