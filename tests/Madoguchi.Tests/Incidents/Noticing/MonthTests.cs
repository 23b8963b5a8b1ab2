using Madoguchi.Incidents.Noticing.Jumps;

namespace Madoguchi.Tests.Incidents.Noticing;

/// <summary>The figures of docs/incidents.md, reckoned anew (there with more looks and more tries: bench/run noticing).</summary>
public sealed class MonthTests
{
    [Fact]
    public void A_month_of_ordinary_days_raises_no_false_alarm_and_jumps_of_3_10_and_60_are_noticed_in_minutes()
    {
        var seen = new Month(1).Watch(15, 12, FalseAlarms.AQuarter, 3, 10, 60);

        Assert.Empty(seen.FalseAlarms);
        Assert.All(seen.Noticed, n => Assert.Equal(12, n.Seconds.Count));
        var (three, ten, sixty) = (seen.Noticed[0], seen.Noticed[1], seen.Noticed[2]);
        Assert.True(three.Seconds[^1] <= 600 && ten.Median <= 240 && sixty.Median <= 60 && sixty.Seconds[^1] <= 120, string.Join(" · ", seen.Noticed.Select(n => $"{n.Size}: {n.Median:f0} s, at most {n.Seconds[^1]:f0} s")));
    }
}
