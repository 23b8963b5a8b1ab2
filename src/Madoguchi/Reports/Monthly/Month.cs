using System.Globalization;
using Madoguchi.Desks.Hours;

namespace Madoguchi.Reports.Monthly;

/// <summary>A month of the house's calendar.</summary>
public readonly record struct Month(int Year, int Number) : IComparable<Month>
{
    public DateOnly First => new(Year, Number, 1);

    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    public Month Before => Of(First.AddDays(-1));

    public Month After => Of(Last.AddDays(1));

    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>As in addresses: 2026-11.</summary>
    public static Month? Read(string? text) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1970 and < 9000 ? Of(day) : null;

    public Period In(HouseZone zone) => new(First, Last, zone);

    public int CompareTo(Month other) => First.CompareTo(other.First);

    public static bool operator <(Month one, Month other) => one.CompareTo(other) < 0;

    public static bool operator >(Month one, Month other) => one.CompareTo(other) > 0;

    public static bool operator <=(Month one, Month other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Month one, Month other) => one.CompareTo(other) >= 0;

    public override string ToString() => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
