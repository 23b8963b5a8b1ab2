using Madoguchi.Desks.Hours;
using Madoguchi.Line;
using Madoguchi.Line.Waiting;

namespace Madoguchi.Tests.Line;

public sealed class StretchesTests
{
    private const int Hour = 3_600;
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    // Nine to six with a lunch break, Monday to Friday.
    private static readonly IReadOnlyList<OpenSpan> Weekday = [new(9 * 60, 12 * 60), new(13 * 60, 18 * 60)];
    private static readonly OpeningHours Hours = new(Tokyo, [[], Weekday, Weekday, Weekday, Weekday, Weekday, []], null, []);

    [Fact]
    public void Five_seconds_before_the_doors_open_there_is_a_morning_a_lunch_break_and_the_next_day()
    {
        var stretches = Stretches.Of(Hours, new(2026, 11, 24, 8, 59, 55, TimeSpan.FromHours(9)));

        Assert.Equal([new(5, 5 + 3 * Hour, true), new(5 + 4 * Hour, 5 + 9 * Hour), new(5 + 24 * Hour, 5 + 27 * Hour, true)], stretches.Take(3));
    }

    [Fact]
    public void While_it_is_open_the_first_one_has_begun_and_a_weekend_is_a_gap()
    {
        var stretches = Stretches.Of(Hours, new(2026, 11, 27, 17, 0, 0, TimeSpan.FromHours(9)));

        Assert.Equal([new(0, Hour), new(64 * Hour, 67 * Hour, true)], stretches.Take(2));
    }

    [Fact]
    public void A_desk_without_hours_is_always_open() =>
        Assert.Equal([new OpenStretch(0, double.PositiveInfinity)], Stretches.Of(OpeningHours.Always, DateTimeOffset.UnixEpoch));
}
