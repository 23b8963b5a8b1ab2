using Madoguchi.Desks.Hours;
using Madoguchi.Line.ReturnTimes;

namespace Madoguchi.Tests.Line;

public sealed class ReturnWindowsTests
{
    // Tuesday, 9:20 in Tokyo.
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 0, 20, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    // Every day 9:00-12:00 and 13:00-17:30.
    private static readonly OpeningHours Office = new(Tokyo, [.. Enumerable.Repeat<IReadOnlyList<OpenSpan>>([new(9 * 60, 12 * 60), new(13 * 60, (17 * 60) + 30)], 7)], null, []);

    [Fact]
    public void Whole_hours_in_which_the_desk_is_open_can_be_chosen_and_no_lunch_break()
    {
        var today = new ReturnWindows(Office, 3, [], Now).All.Take(7).ToList();

        Assert.Equal([At(10), At(11), At(13), At(14), At(15), At(16), At(17)], today.Select(w => w.From));
        Assert.Equal(At(17, 30), today[^1].To);
        Assert.All(today, w => Assert.Equal(3, w.Free));
    }

    [Fact]
    public void An_hour_has_so_many_places_and_a_wide_range_gets_its_first_free_one()
    {
        var windows = new ReturnWindows(Office, 2, [At(10), At(10, 30), At(11)], Now);

        Assert.DoesNotContain(windows.Free, w => w.From == At(10));
        Assert.Equal(1, windows.Free.First().Free);
        Assert.True(windows.Place(At(10), At(11)).Refused(out var full, out _));
        Assert.Equal(WindowRefusal.Full, full);
        Assert.False(windows.Place(At(10), At(12)).Refused(out _, out var place));
        Assert.Equal(At(11), place);
        Assert.False(windows.Place(At(11, 20), null).Refused(out _, out place));
        Assert.Equal(At(11, 20), place);
    }

    [Theory]
    [InlineData(12, 13)]
    [InlineData(18, 20)]
    [InlineData(3, 4)]
    public void When_the_desk_is_closed_nobody_is_told_to_come_back(int from, int to)
    {
        Assert.True(new ReturnWindows(Office, 2, [], Now).Place(At(from).AddDays(1), At(to).AddDays(1)).Refused(out var why, out _));
        Assert.Equal(WindowRefusal.Closed, why);
    }

    [Fact]
    public void What_has_begun_takes_no_place_and_what_is_over_is_refused()
    {
        var windows = new ReturnWindows(OpeningHours.Always, 0, [], Now);

        Assert.False(windows.Place(Now.AddMinutes(-5), Now.AddHours(1)).Refused(out _, out _));
        Assert.True(windows.Place(Now.AddHours(-2), Now).Refused(out _, out _));
        Assert.True(windows.Place(Now.AddHours(2), null).Refused(out var why, out _));
        Assert.Equal(WindowRefusal.Full, why);
    }

    private static DateTimeOffset At(int hour, int minute = 0) => new DateTimeOffset(2026, 11, 24, hour, minute, 0, TimeSpan.FromHours(9)).ToUniversalTime();
}
