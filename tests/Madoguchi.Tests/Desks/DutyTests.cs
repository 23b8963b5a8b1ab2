using Madoguchi.Desks;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Desks;

public sealed class DutyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.FromHours(9));
    private readonly Duty duty = Duty.New(Id<Agent>.New(), Noon);

    [Fact]
    public void Whoever_opens_the_workspace_for_the_first_time_is_available()
    {
        Assert.Equal(DutyState.Offline, duty.At(Noon));
        Assert.True(duty.See(Noon));
        Assert.Equal(DutyState.Available, duty.At(Noon.AddSeconds(59)));
    }

    [Fact]
    public void A_page_that_died_is_offline_after_a_minute_and_back_as_it_was()
    {
        duty.Choose(DutyState.Break, null, null, onPage: true, Noon);

        Assert.Equal(DutyState.Break, duty.At(Noon.AddSeconds(59)));
        Assert.Equal(DutyState.Offline, duty.At(Noon.AddSeconds(60)));
        Assert.Equal(Noon.AddSeconds(60), duty.SinceAt(Noon.AddHours(1)));
        Assert.True(duty.See(Noon.AddHours(1)));
        Assert.Equal(DutyState.Break, duty.At(Noon.AddHours(1)));
        Assert.Equal(Noon.AddHours(1), duty.SinceAt(Noon.AddHours(1)));
    }

    [Fact]
    public void An_open_page_is_written_down_twice_a_minute_and_no_oftener()
    {
        Assert.True(duty.See(Noon));
        Assert.False(duty.See(Noon.AddSeconds(29)));
        Assert.True(duty.See(Noon.AddSeconds(30)));
        Assert.Equal(Noon, duty.SinceAt(Noon.AddSeconds(30)));
    }

    [Fact]
    public void Told_over_the_api_it_holds_for_twelve_hours_without_a_page()
    {
        duty.Choose(DutyState.Available, 5, 2, onPage: false, Noon);

        Assert.Equal(DutyState.Available, duty.At(Noon.AddHours(12).AddSeconds(-1)));
        Assert.Equal(DutyState.Offline, duty.At(Noon.AddHours(12)));
        Assert.Equal((5, 2), (duty.Chat, duty.Call));
    }

    [Fact]
    public void Gone_for_today_stays_gone_though_the_page_is_open()
    {
        duty.Choose(DutyState.Offline, null, null, onPage: true, Noon);
        duty.See(Noon.AddMinutes(1));

        Assert.Equal(DutyState.Offline, duty.At(Noon.AddMinutes(1)));
    }
}
