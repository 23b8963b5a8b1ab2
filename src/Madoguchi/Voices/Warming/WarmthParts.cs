namespace Madoguchi.Voices.Warming;

/// <summary>A temperature taken apart, for people: what it would be if each customer had said it once, calmly and today; and what the rest adds or takes.</summary>
/// <param name="Many">So many customers alone.</param>
/// <param name="Again">Who says it in several cases.</param>
/// <param name="Hot">How hot it is said.</param>
/// <param name="Age">How long ago it was said; never more than nothing.</param>
public sealed record WarmthParts(double Many, double Again, double Hot, double Age, double Degrees)
{
    public static WarmthParts Of(IReadOnlyCollection<Said> said, DateTimeOffset now)
    {
        double[] steps =
        [
            Temperature.Of(said.DistinctBy(s => s.Customer).Select(s => s with { At = now, Intensity = 0 }), now), Temperature.Of(said.Select(s => s with { At = now, Intensity = 0 }), now),
            Temperature.Of(said.Select(s => s with { At = now }), now), Temperature.Of(said, now),
        ];
        return new(steps[0], Round(steps[1] - steps[0]), Round(steps[2] - steps[1]), Round(steps[3] - steps[2]), steps[3]);
    }

    private static double Round(double degrees) => Math.Round(degrees, 1);
}
