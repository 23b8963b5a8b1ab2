using Madoguchi.Line;
using Madoguchi.Line.Waiting;

namespace Madoguchi.Tests.Line;

public sealed class LessonsTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly Guid Hana = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Ken = Guid.Parse("00000000-0000-0000-0000-000000000002");

    [Fact]
    public void A_ticket_keeps_an_agent_until_the_next_call_while_somebody_waits() =>
        Assert.Equal([300, 330], Lessons.Taken([Lived(Hana, 0, 0, 300), Lived(Hana, 1, 330, 630)]));

    [Fact]
    public void When_nobody_waits_it_keeps_the_agent_until_its_end() =>
        Assert.Equal([100, 300], Lessons.Taken([Lived(Hana, 0, 0, 300), Lived(Hana, 400, 400, 500)]));

    [Fact]
    public void A_long_pause_is_no_part_of_serving() =>
        Assert.Equal([100, 300], Lessons.Taken([Lived(Hana, 0, 0, 300), Lived(Hana, 10, 3_000, 3_100)]));

    [Fact]
    public void An_agent_with_several_chats_at_once_is_that_much_faster() =>
        Assert.Equal([600, 120, 110], Lessons.Taken([Lived(Hana, 0, 0, 700), Lived(Hana, 0, 110, 600), Lived(Hana, 0, 230, 830)]));

    [Fact]
    public void Who_is_still_served_has_taught_nothing_yet() =>
        Assert.Equal([400], Lessons.Taken([Lived(Hana, 0, 0, null), Lived(Hana, 10, 400, null), Lived(Ken, 20, 30, null), Lived(Ken, 20, null, 90)]));

    [Fact]
    public void A_free_agents_delay_is_learned_from_those_who_found_nobody_before_them() =>
        Assert.Equal([20, 7], Lessons.Pickups([Lived(Hana, 0, 0, 100), Lived(Hana, 200, 207, 300), Lived(Hana, 310, 330, 400), Lived(Hana, 350, 401, 500), Lived(Hana, 9_000, 9_100, 9_200)]));

    [Fact]
    public void A_crew_is_who_served_on_a_day_before() =>
        Assert.Equal([1, 2], Lessons.Crews([Lived(Hana, 0, 10, 20), Lived(Ken, 0, 10, 20), Lived(Ken, 86_400, 86_410, 86_420), Lived(Ken, 172_800, 172_800, null)], Day, Day(Nine.AddDays(2))));

    [Fact]
    public void Only_who_has_a_greater_head_start_may_still_pass()
    {
        var urgent = Lived(Hana, 3_000, 3_000, 3_100) with { Rank = Nine.AddSeconds(3_000 - 1_800) };
        LivedTicket[] lived = [Lived(Hana, 0, 0, 10), Lived(Hana, 7_200, 7_200, 7_300), urgent];

        Assert.Equal([new(new(1, 7_200), 1_800)], Lessons.Overtaking(lived, Nine.AddSeconds(8_000), Nine.AddSeconds(8_000), Day));
        Assert.Equal([new(new(1, 7_200), 800)], Lessons.Overtaking(lived, Nine.AddSeconds(7_000), Nine.AddSeconds(8_000), Day));
        Assert.Empty(Lessons.Overtaking(lived, Nine.AddSeconds(6_000), Nine.AddSeconds(8_000), Day));
    }

    [Fact]
    public void Leaving_is_going_before_being_called() =>
        Assert.Equal(new Seen(1, 3), Lessons.Leaving([Lived(Hana, 0, 10, 20), Lived(Hana, 0, 10, 20), Lived(null, 0, null, 30), Lived(Hana, 0, 10, null)]));

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static LivedTicket Lived(Guid? agent, double joined, double? called, double? ended) => new(
        agent, Nine.AddSeconds(joined), Nine.AddSeconds(joined), called is { } c ? Nine.AddSeconds(c) : null, called is { } d ? Nine.AddSeconds(d) : null, ended is { } e ? Nine.AddSeconds(e) : null, false);
}
