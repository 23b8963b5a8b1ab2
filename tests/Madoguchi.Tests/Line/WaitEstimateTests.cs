using Madoguchi.Line;
using Madoguchi.Line.Waiting;

namespace Madoguchi.Tests.Line;

public sealed class WaitEstimateTests
{
    private static readonly OpenStretch[] Always = [new(0, 1e9)];

    // An exponential of five minutes, as its own quantiles.
    private static readonly double[] Exponential = [.. Enumerable.Range(0, 200).Select(i => -300 * Math.Log(1 - (i + 0.5) / 200))];

    private static readonly double[] Even = [.. Enumerable.Repeat(300.0, 200)];

    // The quantiles of Erlang's distribution, in units of its scale, at 2.5 % and 97.5 %: half of chi-squared's with 2n degrees of freedom.
    [Theory]
    [InlineData(1, 1, 0.0253, 3.689)]
    [InlineData(1, 3, 0.0253, 3.689)]
    [InlineData(5, 3, 1.6235, 10.242)]
    [InlineData(10, 3, 4.7954, 17.085)]
    [InlineData(20, 3, 12.217, 29.671)]
    [InlineData(50, 2, 37.111, 64.781)]
    public void With_exponential_services_and_busy_agents_it_is_Erlangs(int calls, int agents, double low, double high)
    {
        var range = WaitEstimate.Of(Line(calls - 1, agents, 60) with { Taken = Exponential })!;

        // A sample of futures, a doubt about the pace, and a tail of its own: near, not equal.
        Near(low * 300 / agents, range.Low, 0.12 * (high - low) * 300 / agents + 5);
        Near(high * 300 / agents, range.High, 0.2 * (high - low) * 300 / agents + 0.12 * high * 300 / agents);
    }

    [Fact]
    public void Even_services_are_known_nearly_to_the_second()
    {
        var range = WaitEstimate.Of(Line(9, 2, 0) with { Taken = Even })!;

        // Ten calls by two agents: the fifth round of five minutes.
        Assert.InRange(range.Low, 1000, 1500);
        Assert.InRange(range.High, 1500, 2200);
    }

    [Fact]
    public void Nobody_ahead_and_somebody_free_is_at_once() =>
        Assert.Equal(new WaitRange(0, 0), WaitEstimate.Of(new(0, [new(null)], Even, Always) { Pickups = [0, 0, 0] }));

    [Fact]
    public void More_people_ahead_are_never_a_shorter_wait()
    {
        var ranges = Enumerable.Range(0, 120).Select(ahead => WaitEstimate.Of(Line(ahead, 3, 100))!).ToList();

        Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.True(pair.First.Low <= pair.Second.Low && pair.First.High <= pair.Second.High, $"{pair.First} then {pair.Second}"));
    }

    [Fact]
    public void More_agents_are_never_a_longer_wait()
    {
        var ranges = Enumerable.Range(1, 20).Select(agents => WaitEstimate.Of(Line(40, agents, 100))!).ToList();

        Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.True(pair.First.Low >= pair.Second.Low && pair.First.High >= pair.Second.High, $"{pair.First} then {pair.Second}"));
    }

    [Fact]
    public void Who_has_been_served_longest_is_free_soonest_when_services_end_in_time()
    {
        Assert.InRange(WaitEstimate.Of(Line(0, 1, 290) with { Taken = Even })!.Low, 0, 15);
        Assert.InRange(WaitEstimate.Of(Line(0, 1, 10) with { Taken = Even })!.Low, 200, 295);
    }

    [Fact]
    public void A_closed_desk_adds_the_time_until_it_opens()
    {
        var free = new WaitState(0, [new(null)], Exponential, [new(5, 10_000)]) { Pickups = [0, 0, 0] };

        Assert.Equal(new WaitRange(5, 5), WaitEstimate.Of(free));
        Assert.True(WaitEstimate.Of(free with { Ahead = 10, Open = [new(50_000, 90_000)] })!.Low > 50_000);
    }

    [Fact]
    public void A_lunch_break_is_waited_through()
    {
        var morning = Line(30, 3, 100) with { Open = [new(0, 1_000), new(4_600, 30_000)] };
        var (with, without) = (WaitEstimate.Of(morning)!, WaitEstimate.Of(morning with { Open = Always })!);

        Assert.True(without.Low > 1_000);
        Assert.InRange(with.Low - without.Low, 2_000, 3_700);
        Assert.InRange(with.High - without.High, 2_000, 3_700);
    }

    [Fact]
    public void Overnight_the_agents_of_recent_mornings_are_expected()
    {
        var night = new WaitState(9, [], Exponential, [new(36_000, 70_000, NewDay: true)]);

        Assert.Null(WaitEstimate.Of(night));
        var (few, many) = (WaitEstimate.Of(night with { Crews = [1, 1] })!, WaitEstimate.Of(night with { Crews = [5, 5] })!);
        Assert.True(many.Low >= 36_000 && many.High < few.High, $"{many} and {few}");
    }

    [Fact]
    public void It_is_said_when_it_is_not_known()
    {
        Assert.Null(WaitEstimate.Of(Line(3, 2, 10) with { Taken = [300, 200, 100, 400] }));
        Assert.Null(WaitEstimate.Of(Line(3, 0, 10)));
        Assert.Null(WaitEstimate.Of(Line(3, 2, 10) with { Open = [] }));
        Assert.Null(WaitEstimate.Of(Line(200, 1, 10) with { Open = [new(0, 3_000)] }));
        Assert.Null(WaitEstimate.Of(Line(3, 2, 10) with { Overtaking = [new(new(1_000_000, 1), 1_000_000)] }));
        Assert.NotNull(WaitEstimate.Of(Line(3, 2, 10) with { Taken = [300, 200, 100, 400, 500] }));
    }

    [Fact]
    public void Few_known_services_make_the_range_wider()
    {
        var many = WaitEstimate.Of(Line(30, 3, 100))!;
        var few = WaitEstimate.Of(Line(30, 3, 100) with { Taken = [.. Exponential.Where((_, i) => i % 28 == 14)] })!;

        Assert.True(few.High - few.Low > 1.3 * (many.High - many.Low), $"{few} and {many}");
    }

    [Fact]
    public void Who_is_more_urgent_makes_it_longer_and_who_leaves_makes_it_shorter()
    {
        var plain = WaitEstimate.Of(Line(30, 3, 100))!;
        var overtaken = WaitEstimate.Of(Line(30, 3, 100) with { Overtaking = [new(new(40, 36_000), 1_800)] })!;
        var left = WaitEstimate.Of(Line(30, 3, 100) with { Leaving = new(30, 100) })!;

        Assert.True(overtaken.Low > plain.Low && overtaken.High > plain.High, $"{plain} {overtaken}");
        Assert.True(left.Low < plain.Low && left.High < plain.High, $"{plain} {left}");
    }

    [Fact]
    public void Nobody_is_called_before_the_time_they_chose()
    {
        var range = WaitEstimate.Of(Line(2, 3, 100) with { NotBefore = 20_000 })!;

        Assert.InRange(range.Low, 20_000, 20_100);
        Assert.InRange(range.High, 20_000, 21_500);
    }

    [Fact]
    public void The_same_question_has_the_same_answer() =>
        Assert.Equal(WaitEstimate.Of(Line(50, 3, 100)), WaitEstimate.Of(Line(50, 3, 100)));

    [Fact]
    public void The_draws_are_even()
    {
        var draws = Enumerable.Range(0, 20_000).Select(i => new Draws(i % 100).Of(Draw.Taken, i / 100)).ToList();

        Near(0.5, draws.Average(), 0.01);
        Near(1 / 12.0, draws.Average(d => (d - 0.5) * (d - 0.5)), 0.002);
        Assert.Equal(20_000, draws.Distinct().Count());
    }

    private static void Near(double expected, double actual, double within) => Assert.InRange(actual, expected - within, expected + within);

    private static WaitState Line(int ahead, int agents, double elapsed) => new(ahead, [.. Enumerable.Repeat(new AgentNow(elapsed), agents)], Exponential, Always);
}
