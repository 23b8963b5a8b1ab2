namespace Madoguchi.Voices.Warming;

/// <summary>One case behind a voice, as it counts: who said it, when, and how hot (0 to 1).</summary>
public readonly record struct Said(Guid Customer, DateTimeOffset At, double Intensity);

/// <summary>How warm a voice is, 0 to 100 degrees: how many say it, how recently, how hot, and whether it rises (docs/voices.md).
/// The one function behind the board, the digest, the trackers and the monthly page. One more case never cools it; time alone never warms it.</summary>
public static class Temperature
{
    /// <summary>What was said this long ago counts half …</summary>
    public const double HalfLifeDays = 28;

    /// <summary>… and what is being said now half as much again: what rises is warmer than what stays.</summary>
    public const double SurgeDays = 3;

    /// <summary>So many calm customers today make 50 degrees.</summary>
    public const double Half = 10;

    private const double Surge = 0.5;
    private const double Again = 0.25;

    public static double Of(IEnumerable<Said> said, DateTimeOffset now) => Degrees(Weight(said, now));

    /// <summary>In customers who say it calmly and today.</summary>
    public static double Weight(IEnumerable<Said> said, DateTimeOffset now) => said.GroupBy(s => s.Customer, s => Of(s, now)).Sum(OfOne);

    /// <summary>One decimal, as it is shown everywhere.</summary>
    public static double Degrees(double weight) => Math.Round(100 * weight / (weight + Half), 1, MidpointRounding.AwayFromZero);

    /// <summary>How much it has moved in the last seven days.</summary>
    public static double Trend(IReadOnlyCollection<Said> said, DateTimeOffset now) => Math.Round(Of(said, now) - Before(said, now.AddDays(-7)), 1);

    /// <summary>How warm it was then.</summary>
    public static double Before(IEnumerable<Said> said, DateTimeOffset then) => Of(said.Where(s => s.At <= then), then);

    /// <summary>At the end of each of the last days, oldest first; the last one is now.</summary>
    public static IReadOnlyList<double> Days(IReadOnlyCollection<Said> said, DateTimeOffset now, int days) => [.. Enumerable.Range(0, days).Select(i => Before(said, now.AddDays(i - days + 1)))];

    private static double Of(Said said, DateTimeOffset now)
    {
        var days = Math.Max(0, (now - said.At).TotalDays);
        return (1 + Math.Clamp(said.Intensity, 0, 1)) * (Math.Pow(2, -days / HalfLifeDays) + (Surge * Math.Pow(2, -days / SurgeDays))) / (1 + Surge);
    }

    // A customer counts once; saying it in another case counts a quarter of the one before.
    private static double OfOne(IEnumerable<double> cases) => cases.OrderDescending().Select((weight, i) => weight * Math.Pow(Again, i)).Sum();
}
