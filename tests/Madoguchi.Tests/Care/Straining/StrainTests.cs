using Madoguchi.Care.Straining;
using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Care.Straining;

public sealed class StrainTests
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    // Ten in the morning in Tokyo.
    private static readonly DateTimeOffset Ten = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);
    private static readonly Id<Case>[] Cases = [.. Enumerable.Range(0, 12).Select(_ => Id<Case>.New())];

    [Fact]
    public void An_empty_day_is_calm_and_suggests_nothing()
    {
        var strain = Of(Day(Ten));

        Assert.Equal((StrainLevel.Calm, 0, 0), (strain.Level, strain.StretchMinutes, strain.WorkedMinutes));
        Assert.Null(BreakAdvice.Of(strain, null, Ten));
    }

    [Fact]
    public void Three_hard_cases_without_a_rest_are_high_and_a_rest_makes_them_none()
    {
        var day = Day(Ten, Every(10, 60)) with { Hard = [At(-50, 0), At(-30, 1), At(-10, 2)] };

        Assert.Equal((StrainLevel.High, 3, StrainReason.HardInARow), (Of(day).Level, Of(day).HardInARow, Of(day).Reasons[0]));
        Assert.Equal(StrainReason.HardInARow, BreakAdvice.Of(Of(day), null, Ten));
        var rested = day with { Breaks = [new Span(Ten.AddMinutes(-9), Ten.AddMinutes(-1))] };
        Assert.Equal((StrainLevel.Calm, 0, 3), (Of(rested).Level, Of(rested).HardInARow, Of(rested).HardToday));
    }

    [Fact]
    public void One_case_that_is_hard_twice_is_one_hard_case() =>
        Assert.Equal(1, Of(Day(Ten, Every(10, 60)) with { Hard = [At(-50, 0), At(-30, 0), At(-10, 0)] }).HardInARow);

    [Fact]
    public void Long_work_without_a_rest_rises_by_the_hour_and_suggests_a_break_after_two()
    {
        Assert.Equal([StrainLevel.Calm, StrainLevel.Calm, StrainLevel.Steady, StrainLevel.High], Enumerable.Range(1, 4).Select(h => Of(Day(Ten, Every(10, 60 * h))).Level));
        Assert.Null(BreakAdvice.Of(Of(Day(Ten, Every(10, 110))), null, Ten));
        Assert.Equal(StrainReason.LongStretch, BreakAdvice.Of(Of(Day(Ten, Every(10, 130))), null, Ten));
    }

    [Fact]
    public void Twenty_quiet_minutes_are_a_rest_and_a_long_call_is_not()
    {
        Act[] acts = [new(Ten.AddMinutes(-70), Cases[0]), new(Ten.AddMinutes(-40), Cases[0]), new(Ten.AddMinutes(-5), Cases[0])];

        Assert.Equal(5, Of(Day(Ten, acts)).StretchMinutes);
        Assert.Equal(70, Of(Day(Ten, acts) with { Talks = [new Span(Ten.AddMinutes(-69), Ten.AddMinutes(-6))] }).StretchMinutes);
    }

    [Fact]
    public void A_break_of_a_moment_is_none()
    {
        var day = Day(Ten, Every(10, 60));

        Assert.Equal(60, Of(day with { Breaks = [new Span(Ten.AddMinutes(-35), Ten.AddMinutes(-33))] }).StretchMinutes);
        Assert.Equal(30, Of(day with { Breaks = [new Span(Ten.AddMinutes(-39), Ten.AddMinutes(-31))] }).StretchMinutes);
    }

    [Fact]
    public void Work_late_in_the_evening_counts_and_the_night_is_one_day()
    {
        var one = new DateTimeOffset(2026, 11, 24, 16, 0, 0, TimeSpan.Zero); // one in the morning
        var strain = Of(Day(one, Every(10, 240, one)));

        Assert.Equal(180, strain.LateMinutes);
        Assert.Contains(StrainReason.Late, strain.Reasons);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.Zero), Strain.DayOf(one, Tokyo));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 20, 0, 0, TimeSpan.Zero), Strain.DayOf(one.AddHours(4), Tokyo));
    }

    [Fact]
    public void Many_at_once_is_felt() =>
        Assert.Equal((10, StrainLevel.Steady), Of(Day(Ten, [.. Enumerable.Range(0, 10).Select(i => new Act(Ten.AddMinutes(-i), Cases[i]))])) is var strain ? (strain.AtOnce, strain.Level) : default);

    [Fact]
    public void Later_is_later_and_who_has_taken_a_break_is_left_alone_for_an_hour()
    {
        var (hard, advice) = (Of(Day(Ten, Every(10, 300))), new BreakAdvice { AgentId = default, At = Ten, Because = StrainReason.LongStretch });

        Assert.Null(BreakAdvice.Of(hard, advice, Ten));
        Assert.True(advice.Reply(AdviceAnswer.Later, Ten) && advice.Reply(AdviceAnswer.Later, Ten) && !advice.Reply(AdviceAnswer.Taken, Ten));
        Assert.Null(BreakAdvice.Of(hard, advice, Ten.AddMinutes(29)));
        Assert.NotNull(BreakAdvice.Of(hard, advice, Ten.AddMinutes(30)));
        Assert.Null(BreakAdvice.Of(hard, new BreakAdvice { AgentId = default, At = Ten, Because = StrainReason.Late, Answer = AdviceAnswer.Taken, AnsweredAt = Ten }, Ten.AddMinutes(59)));
    }

    [Fact]
    public void A_team_is_shown_from_four_on_and_only_in_sums()
    {
        var day = Day(Ten, Every(10, 120)) with { Hard = [At(-50, 0)] };
        var zone = new Madoguchi.Desks.Hours.HouseZone(Tokyo);
        var today = new DateOnly(2026, 11, 24);

        Assert.True(TeamStrain.Of(today, today, [[day], [day], [day], [Day(Ten)]], zone) is { TooFew: true, Agents: null, HardCases: null });
        Assert.True(TeamStrain.Of(today, today, [[day], [day], [day], [day], [Day(Ten)]], zone) is { TooFew: false, Agents: 4, WorkedHours: 8, HardCases: 4, HighDays: 0 });
    }

    private static Strain Of(WorkDay day) => Strain.Of(day, Tokyo);

    private static WorkDay Day(DateTimeOffset now, params IReadOnlyList<Act> acts) => new(Strain.DayOf(now, Tokyo), now, acts, [], [], []);

    private static Act[] Every(int minutes, int back, DateTimeOffset? until = null) => [.. Enumerable.Range(0, (back / minutes) + 1).Select(i => new Act((until ?? Ten).AddMinutes((i * minutes) - back), Cases[0]))];

    private static Hard At(int minutes, int which) => new(Ten.AddMinutes(minutes), Cases[which], HardKind.Denial);
}
