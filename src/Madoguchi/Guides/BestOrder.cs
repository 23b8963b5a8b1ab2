using Madoguchi.Shared;

namespace Madoguchi.Guides;

/// <summary>How often a way was tried, and how often it solved the problem.</summary>
public sealed record Tried(int Times, int Worked)
{
    public static readonly Tried Never = new(0, 0);
}

/// <param name="Chance">That this way solves the problem, as far as we have learned.</param>
/// <param name="Cost">Minutes, and what its risk is worth in minutes.</param>
/// <param name="OnTrial">Little tried: today it stands further ahead than it has earned, so that we learn what it is worth.</param>
public sealed record RankedWay(Way Way, double Chance, double Cost, Tried Tried, bool OnTrial);

/// <summary>
/// Which way to try first. Trying independent ways one after the other until one helps costs least, in the mean, by descending chance ÷ cost:
/// L. G. Mitten, "An Analytic Solution to the Least Cost Testing Sequence Problem", Journal of Industrial Engineering 11 (1960);
/// H. A. Simon and J. B. Kadane, "Optimal Problem-Solving Search: All-or-None Solutions", Artificial Intelligence 6 (1975). Two neighbours in the wrong order are
/// changed with profit, whatever stands around them: c₁ + (1-p₁)c₂ &lt; c₂ + (1-p₂)c₁ exactly when p₁/c₁ &gt; p₂/c₂.
/// The chance is the mean of a Beta distribution: before anything is known each of n ways, or none, is as likely to help (Beta(1, n)); each outcome adds one.
/// While chances are independent, nothing but their means enters the expected cost.
/// </summary>
public static class BestOrder
{
    /// <summary>What a risk costs in minutes when its author does not say: to read of it, and to agree.</summary>
    public const double UnweighedRisk = 2;

    /// <summary>From here on a way is known.</summary>
    public const int Known = 10;

    /// <summary>With this many outcomes of a guide, what leads has earned it: a trial may take the second place, and not the first.</summary>
    public const int Earned = 30;

    private const int TrialEvery = 7;

    /// <param name="outcomes">By the way's slug.</param>
    /// <param name="seed">Of the guide: so that not all guides have their day of trial at once.</param>
    public static IReadOnlyList<RankedWay> Rank(IReadOnlyList<Way> ways, IReadOnlyDictionary<string, Tried> outcomes, DateOnly day, string seed)
    {
        var trial = IsTrial(day, seed);
        var ranked = ways.Select(way =>
        {
            var tried = outcomes.GetValueOrDefault(way.Slug, Tried.Never);
            return (Ranked: new RankedWay(way, Chance(tried, ways.Count), Cost(way), tried, false), Hoped: Hope(tried, ways.Count));
        }).ToList();
        var earned = ranked.OrderByDescending(w => w.Ranked.Chance / w.Ranked.Cost).Select(w => w.Ranked).ToList();
        if (!trial)
            return earned;
        var hoped = ranked.OrderByDescending(w => w.Hoped / w.Ranked.Cost).Select(w => w.Ranked).ToList();
        if (ranked.Sum(w => w.Ranked.Tried.Times) >= Earned)
            hoped = [earned[0], .. hoped.Where(w => w != earned[0])];
        return [.. hoped.Select((w, place) => w with { OnTrial = w.Tried.Times < Known && place < earned.IndexOf(w) })];
    }

    /// <summary>One day in seven, another for each guide; the same for everybody on that day.</summary>
    public static bool IsTrial(DateOnly day, string seed) => (day.DayNumber + seed.Sum(c => c)) % TrialEvery == 0;

    public static double Chance(Tried tried, int ways) => (1.0 + tried.Worked) / (1 + ways + tried.Times);

    public static double Cost(Way way) => way.Minutes + (way.Risk is null ? 0 : way.RiskMinutes ?? UnweighedRisk);

    /// <summary>Expected minutes until the problem is solved or every way has been tried.</summary>
    public static double ExpectedCost(IEnumerable<(double Chance, double Cost)> order)
    {
        var (cost, unsolved) = (0.0, 1.0);
        foreach (var way in order)
        {
            cost += unsolved * way.Cost;
            unsolved *= 1 - way.Chance;
        }

        return cost;
    }

    // The benefit of the doubt: one standard deviation of the Beta distribution, less with each outcome, none once the way is known.
    private static double Hope(Tried tried, int ways)
    {
        var (mean, weight) = (Chance(tried, ways), 1.0 + ways + tried.Times);
        return mean + Math.Max(0, 1 - tried.Times / (double)Known) * Math.Sqrt(mean * (1 - mean) / (weight + 1));
    }

    /// <summary>"Worked for 31 of 40, 4 minutes, downloads are lost."</summary>
    public static string Why(RankedWay ranked, Tongue t)
    {
        var (tried, minutes) = (ranked.Tried, ranked.Way.Minutes.ToString("0.#", t.Culture));
        var said = new List<string>
        {
            tried.Times == 0 ? t["まだ試されていません", "not tried yet"] : t[$"{tried.Times}回のうち{tried.Worked}回で解決", $"worked for {tried.Worked} of {tried.Times}"],
            t[$"{minutes}分", ranked.Way.Minutes == 1 ? "1 minute" : $"{minutes} minutes"],
        };
        if (ranked.Way.Risk is { } risk)
            said.Add(risk.In(t).TrimEnd('。', '.'));
        if (ranked.OnTrial)
            said.Add(t["まだよく分からないので、今日は先に試します", "little known yet, so it goes ahead today"]);
        return string.Join(t["、", ", "], said);
    }
}
