using Madoguchi.Rules.Checking;

namespace Madoguchi.Tests.Rules.Checking;

/// <summary>The edges, one by one.</summary>
public sealed class RuleStateTests
{
    private static readonly DateTimeOffset Completed = new(2026, 11, 21, 14, 41, 7, TimeSpan.Zero);
    private static readonly Terms Linked = new(RuleKind.FollowedBy, TimeSpan.FromSeconds(60));
    private static readonly Terms Ordered = new(RuleKind.NeverWithout);
    private static readonly Terms Once = new(RuleKind.AtMostOne);

    [Fact]
    public void Without_B_it_breaks_when_T_has_passed_and_not_at_that_very_moment()
    {
        var state = RuleState.Empty.With(Linked, [A(0, 1)]);

        Assert.Null(state.Broken(Linked, Completed.AddSeconds(60)));
        Assert.Equal(Completed.AddSeconds(60), state.NextDue(Linked, Completed.AddSeconds(60)));
        var breach = state.Broken(Linked, Completed.AddSeconds(60).AddMicroseconds(1));
        Assert.Equal(new Breach(Completed.AddSeconds(60), Completed, Id(1)), breach);
        Assert.Null(state.NextDue(Linked, Completed.AddSeconds(61)));
    }

    [Theory]
    [InlineData(0, false)] // at the same time
    [InlineData(60, false)] // exactly T
    [InlineData(-1, true)] // before its A
    [InlineData(61, true)] // too late
    public void B_counts_from_its_A_to_exactly_T(int seconds, bool broken) =>
        Assert.Equal(broken, RuleState.Empty.With(Linked, [A(0, 1), B(seconds, 2)]).Broken(Linked, Completed.AddHours(1)) is not null);

    [Fact]
    public void A_B_that_arrives_late_heals_what_had_broken()
    {
        var state = RuleState.Empty.With(Linked, [A(0, 1)]);
        Assert.NotNull(state.Broken(Linked, Completed.AddDays(1)));

        Assert.Null(state.With(Linked, [B(59, 2)]).Broken(Linked, Completed.AddDays(1)));
    }

    [Fact]
    public void One_B_serves_every_A_that_it_follows_in_time_and_no_other()
    {
        var state = RuleState.Empty.With(Linked, [A(0, 1), A(30, 2), A(90, 3), B(60, 4)]);

        Assert.Equal(Id(3), state.Broken(Linked, Completed.AddHours(1))?.Event);
    }

    [Theory]
    [InlineData(0, false)] // at the same time is before
    [InlineData(-1, false)]
    [InlineData(1, true)]
    public void B_is_broken_unless_an_A_stands_before(int seconds, bool broken)
    {
        var state = RuleState.Empty.With(Ordered, [B(0, 1)]);
        Assert.Equal(new Breach(Completed, Completed, Id(1)), state.Broken(Ordered, Completed));

        Assert.Equal(broken, state.With(Ordered, [A(seconds, 2)]).Broken(Ordered, Completed) is not null); // a late A heals it
    }

    [Fact]
    public void The_second_A_in_time_breaks_it_whichever_arrives_first_and_the_same_one_twice_is_one()
    {
        var state = RuleState.Empty.With(Once, [A(10, 2), A(10, 2)]);
        Assert.Null(state.Broken(Once, Completed));

        Assert.Equal(Id(2), state.With(Once, [A(0, 1)]).Broken(Once, Completed)?.Event);
        Assert.Equal(Id(3), state.With(Once, [A(20, 3), A(30, 4), A(20, 3)]).Broken(Once, Completed)?.Event);
    }

    [Fact]
    public void However_many_there_are_little_is_remembered_and_nothing_false_is_said()
    {
        var many = Enumerable.Range(0, 5000).Select(i => B(i * 1000, i));
        var state = RuleState.Empty.With(Linked, many);
        Assert.Equal(RuleState.Most, state.Covered.Count);
        Assert.Null(state.With(Linked, [A(-10, 9000), A(999, 9001)]).Broken(Linked, Completed.AddDays(365))); // of a time that was forgotten: not judged
        Assert.NotNull(state.With(Linked, [A(4_999_500, 9002)]).Broken(Linked, Completed.AddDays(365)));

        var waits = RuleState.Empty.With(Linked, Enumerable.Range(0, 5000).Select(i => A(i * 1000, i)));
        Assert.Equal((RuleState.Most, Id(0)), (waits.Waiting.Count, waits.Broken(Linked, Completed.AddDays(365))?.Event));
    }

    private static Seen A(int seconds, int id) => new(Part.When, Completed.AddSeconds(seconds), Id(id));

    private static Seen B(int seconds, int id) => new(Part.Then, Completed.AddSeconds(seconds), Id(id));

    private static Guid Id(int id) => new(id, 0, 0, new byte[8]);
}
