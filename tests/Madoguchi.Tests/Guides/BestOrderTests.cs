using FsCheck;
using FsCheck.Fluent;
using Madoguchi.Guides;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Guides;

public sealed class BestOrderTests
{
    private static readonly DateOnly Ordinary = Enumerable.Range(0, 7).Select(new DateOnly(2026, 11, 22).AddDays).First(d => !BestOrder.IsTrial(d, "x"));
    private static readonly DateOnly Trial = Enumerable.Range(0, 7).Select(new DateOnly(2026, 11, 22).AddDays).First(d => BestOrder.IsTrial(d, "x"));

    [Fact]
    public void No_other_order_of_the_same_ways_costs_less()
    {
        var way = from minutes in Gen.Choose(1, 60) from risk in Gen.Choose(0, 20) from times in Gen.Choose(0, 40) from worked in Gen.Choose(0, times) select (Minutes: minutes, Risk: risk, Tried: new Tried(times, worked));
        var guides = from count in Gen.Choose(1, 6) from ways in Gen.ListOf(way, count) select ways;

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(guides.ToArbitrary(), some =>
        {
            var ways = some.Select((w, i) => Way($"w{i}", w.Minutes, w.Risk > 0 ? "x" : null, w.Risk > 0 ? w.Risk : null)).ToList();
            var ranked = BestOrder.Rank(ways, some.Index().ToDictionary(w => $"w{w.Index}", w => w.Item.Tried), Ordinary, "x");
            var ours = Cost(ranked);
            return Orders(ranked).All(other => ours <= Cost(other) + 1e-9);
        }));
    }

    [Fact]
    public void Reinstalling_comes_first_once_it_has_earned_it_although_downloads_are_lost()
    {
        Way[] ways = [Way("restart", 2), Way("wifi", 3), Way("signIn", 5), Way("reinstall", 4, "downloads are lost")];
        Assert.Equal("restart", BestOrder.Rank(ways, new Dictionary<string, Tried>(), Ordinary, "x")[0].Way.Slug);

        var outcomes = new Dictionary<string, Tried> { ["restart"] = new(10, 1), ["wifi"] = new(5, 0), ["signIn"] = new(5, 1), ["reinstall"] = new(10, 9) };
        foreach (var day in new[] { Ordinary, Trial })
        {
            var first = BestOrder.Rank(ways, outcomes, day, "x")[0];
            Assert.Equal("reinstall", first.Way.Slug);
            Assert.Equal("worked for 9 of 10, 4 minutes, downloads are lost", BestOrder.Why(first, Tongue.English));
        }
    }

    [Fact]
    public void A_risk_counts_as_cost_and_its_author_may_weigh_it()
    {
        var outcomes = new Dictionary<string, Tried> { ["safe"] = new(20, 10), ["risky"] = new(20, 12) };

        Assert.Equal("safe", Order(Way("risky", 4, "data is lost"), Way("safe", 4)));
        Assert.Equal("risky", Order(Way("risky", 4, "a short beep", 0.1), Way("safe", 4)));
        Assert.Equal("risky", Order(Way("risky", 4), Way("safe", 4)));

        string Order(params Way[] ways) => BestOrder.Rank(ways, outcomes, Ordinary, "x")[0].Way.Slug;
    }

    [Fact]
    public void Before_anything_is_known_each_way_or_none_is_as_likely_and_each_outcome_moves_it()
    {
        Assert.Equal(1 / 5.0, BestOrder.Chance(Tried.Never, 4));
        Assert.Equal(32 / 45.0, BestOrder.Chance(new(40, 31), 4));
        Assert.Equal("まだ試されていません、1分", BestOrder.Why(BestOrder.Rank([Way("a", 1)], new Dictionary<string, Tried>(), Ordinary, "x")[0], Tongue.Japanese));
    }

    [Fact]
    public void After_thirty_outcomes_what_leads_stays_first_even_on_a_day_of_trial()
    {
        Way[] ways = [Way("restart", 2), Way("wifi", 3), Way("reinstall", 4, "downloads are lost")];
        var outcomes = new Dictionary<string, Tried> { ["reinstall"] = new(30, 27) };

        foreach (var day in new[] { Ordinary, Trial })
            Assert.Equal("reinstall", BestOrder.Rank(ways, outcomes, day, "x")[0].Way.Slug);
    }

    [Fact]
    public void A_little_tried_way_has_its_day_and_says_so_and_a_known_one_stays_where_it_belongs()
    {
        Way[] ways = [Way("known", 4), Way("unheard", 4)];
        var outcomes = new Dictionary<string, Tried> { ["known"] = new(20, 8) };

        Assert.Equal("known", BestOrder.Rank(ways, outcomes, Ordinary, "x")[0].Way.Slug);
        var first = BestOrder.Rank(ways, outcomes, Trial, "x")[0];
        Assert.Equal(("unheard", true), (first.Way.Slug, first.OnTrial));
        Assert.Equal("not tried yet, 4 minutes, little known yet, so it goes ahead today", BestOrder.Why(first, Tongue.English));
        Assert.Equal("known", BestOrder.Rank(ways, new Dictionary<string, Tried> { ["known"] = new(20, 8), ["unheard"] = new(10, 2) }, Trial, "x")[0].Way.Slug);
        Assert.Single(Enumerable.Range(0, 7), d => BestOrder.IsTrial(Ordinary.AddDays(d), "x"));
    }

    private static Way Way(string slug, double minutes, string? risk = null, double? weight = null) =>
        new(slug, new(slug, slug), minutes, [new(new("する", "Do it"))], risk is null ? null : new(risk, risk), weight);

    private static double Cost(IEnumerable<RankedWay> order) => BestOrder.ExpectedCost(order.Select(w => (w.Chance, w.Cost)));

    private static IEnumerable<IReadOnlyList<RankedWay>> Orders(IReadOnlyList<RankedWay> ways) =>
        ways.Count == 0 ? [[]] : ways.SelectMany((first, i) => Orders([.. ways.Where((_, j) => j != i)]).Select(rest => (IReadOnlyList<RankedWay>)[first, .. rest]));
}
