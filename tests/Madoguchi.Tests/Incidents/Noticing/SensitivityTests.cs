using System.Globalization;
using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Incidents.Noticing;

/// <summary>What the settings page says of the levels.</summary>
public sealed class SensitivityTests
{
    private static readonly JumpKey Common = new(JumpKind.Problem, "ログインできない");
    private static readonly JumpKey New = new(JumpKind.ErrorText, "never heard");

    [Fact]
    public void The_fewer_false_alarms_the_more_people_it_takes_and_a_new_error_takes_the_fewest()
    {
        var (past, at) = (Weeks(5, 20), DateTimeOffset.FromUnixTimeSeconds(3600L * 100_000));
        var common = Enum.GetValues<FalseAlarms>().Select(f => Needed.People(past, Common, at, f, 3)!.Value).ToList();

        Assert.True(common[0] < common[1] && common[1] < common[2] && common[0] > 5, string.Join(' ', common));
        Assert.InRange(Needed.Ordinary(past, Common, at), 4.5, 6);
        Assert.All(Enum.GetValues<FalseAlarms>(), f => Assert.Equal(3, Needed.People(past, New, at, f, 3)));
        Assert.Equal(12, Needed.People(past, New, at, FalseAlarms.AMonth, 12));
    }

    [Fact]
    public void It_is_as_the_detector_decides()
    {
        var (past, at) = (Weeks(5, 20), DateTimeOffset.FromUnixTimeSeconds(3600L * 100_000));
        var needed = Needed.People(past, Common, at, FalseAlarms.AQuarter, 3)!.Value;
        // All in the first half of the hour: then no narrower window is more striking.
        Jump? With(int people) => Looking.At(at, [.. Street.Hit(15, i => Street.One(at.AddMinutes(-59 + (i * 3.9)), $"{(char)('一' + i)}", problem: $"another {i}")), .. Street.Hit(people, i => Street.One(at.AddMinutes(-59 + (i * 0.5)), $"{(char)('ア' + i)}", problem: Common.Text))], past, [], FalseAlarms.AQuarter).SingleOrDefault();

        Assert.Null(With(needed - 2));
        Assert.Equal(Common, With(needed + 2)?.Key);
    }

    [Fact]
    public void A_problem_is_not_judged_in_its_first_week() => Assert.Null(Needed.People(Weeks(5, 20, 100), Common, DateTimeOffset.FromUnixTimeSeconds(3600L * 100_000), FalseAlarms.AQuarter, 3));

    [Fact]
    public void The_page_shows_the_figures_of_the_guide()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "incidents.md"));
        Assert.All(Measured.All, row => Assert.Contains($"| {row.Busiest} |", guide, StringComparison.Ordinal));
        Assert.All(Measured.All, row => Assert.Contains(string.Join(" | ", row.Seen.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Median}, {s.Longest} s"))), guide, StringComparison.Ordinal));
    }

    private static Past Weeks(int ofIt, int all, int hours = 1344) =>
        new(Enumerable.Range(1, hours).ToDictionary(h => 100_000L - h, _ => all), new Dictionary<JumpKey, Dictionary<long, int>> { [Common] = Enumerable.Range(1, hours).ToDictionary(h => 100_000L - h, _ => ofIt) }, 100_000, 200);
}
