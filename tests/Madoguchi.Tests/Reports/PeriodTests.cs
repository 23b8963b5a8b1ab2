using Madoguchi.Desks.Hours;
using Madoguchi.Reports;

namespace Madoguchi.Tests.Reports;

public sealed class PeriodTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Days_begin_at_midnight_in_the_house()
    {
        var period = new Period(new(2026, 11, 21), new(2026, 11, 22), HouseZone.Of(null));

        Assert.Equal(new DateTimeOffset(2026, 11, 20, 15, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), period.Start);
        Assert.Equal(2 * 86_400, period.End - period.Start);
        Assert.Equal([new(new(2026, 11, 21), period.Start, period.End, 86_400)], period.Stretches());
    }

    [Fact]
    public void Without_dates_it_is_the_last_thirty_days()
    {
        var (period, errors) = Period.Read(null, null, HouseZone.Of(null), Noon);

        Assert.Empty(errors);
        Assert.Equal((new DateOnly(2026, 10, 24), new DateOnly(2026, 11, 22), 30), (period.From, period.To, period.Days));
    }

    [Theory]
    [InlineData("2026-13-01", null, "from")]
    [InlineData("yesterday", null, "from")]
    [InlineData(null, "2026-02-30", "to")]
    [InlineData("2026-11-22", "2026-11-21", "from")]
    [InlineData("2020-01-01", "2026-11-21", "from")]
    [InlineData("0001-01-01", "0001-01-02", "from")]
    [InlineData("9999-12-31", "9999-12-31", "from")]
    public void What_is_no_period_is_refused_by_name(string? from, string? to, string wrong) =>
        Assert.Contains(wrong, Period.Read(from, to, HouseZone.Of(null), Noon).Errors.Keys);

    [Theory]
    [InlineData("Europe/Berlin", 2026, 3, 1)]
    [InlineData("Europe/Berlin", 2026, 10, 1)]
    [InlineData("America/New_York", 2026, 11, 1)]
    [InlineData("Asia/Beirut", 2026, 3, 1)] // clocks are changed at midnight
    [InlineData("Asia/Tokyo", 2026, 3, 1)]
    public void Each_second_belongs_to_the_day_that_the_clock_on_the_wall_shows(string zone, int year, int month, int day)
    {
        var house = HouseZone.Of(zone);
        var period = new Period(new(year, month, day), new DateOnly(year, month, day).AddDays(60), house);
        var days = new HashSet<DateOnly>();

        foreach (var stretch in period.Stretches())
        {
            for (var second = stretch.Start; second < stretch.End; second += 900)
            {
                var reckoned = stretch.First.AddDays((int)((second - stretch.Start) / stretch.Day));
                Assert.Equal(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(second), house.Zone).DateTime), reckoned);
                days.Add(reckoned);
            }
        }

        Assert.Equal(61, days.Count);
        Assert.Equal(period.End - period.Start, period.Stretches().Sum(s => s.End - s.Start));
    }
}
