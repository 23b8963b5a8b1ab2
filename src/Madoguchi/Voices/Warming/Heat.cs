namespace Madoguchi.Voices.Warming;

/// <summary>All that was said so many days ago, added up.</summary>
/// <param name="Age">In days, begun ones not counted; the last one holds all that is older.</param>
/// <param name="Slow">What lasts, as far as it has faded by now.</param>
/// <param name="Fast">What surges, as far as it has faded by now.</param>
/// <param name="Calm">If all of it were said today, calmly.</param>
/// <param name="Loud">If all of it were said today.</param>
/// <param name="Last">When it was said last.</param>
public sealed record HeatDay(int Age, int Cases, int Customers, int Again, double Slow, double Fast, double Calm, double Loud, DateTimeOffset Last);

/// <summary>A voice's cases by day, however many they are: everything that is shown of its warmth follows from it, and is what <see cref="Temperature"/> says of each case by itself.</summary>
public sealed record Heat(IReadOnlyList<HeatDay> Days)
{
    /// <summary>So far back it is told day by day.</summary>
    public const int Oldest = 27;

    private const int Week = 7;
    public static readonly Heat None = new([]);

    public Warmth Warmth => Days.Count == 0 ? Warmth.None : new(Days.Sum(d => d.Cases), Days.Sum(d => d.Customers), Before(0), Math.Round(Before(0) - Before(Week), 1), Days.Max(d => d.Last));

    /// <summary>How many came with it after it was said to be fixed.</summary>
    public int Again => Days.Sum(d => d.Again);

    /// <summary>At the end of each of the last days, oldest first; the last one is now.</summary>
    public IReadOnlyList<double> Course => [.. Enumerable.Range(0, Oldest + 1).Select(i => Before(Oldest - i))];

    /// <summary>Why it is as warm as that.</summary>
    public WarmthParts Parts
    {
        get
        {
            double[] steps = [Temperature.Degrees(Days.Sum(d => d.Customers)), Temperature.Degrees(Days.Sum(d => d.Calm)), Temperature.Degrees(Days.Sum(d => d.Loud)), Before(0)];
            return new(steps[0], Math.Round(steps[1] - steps[0], 1), Math.Round(steps[2] - steps[1], 1), Math.Round(steps[3] - steps[2], 1), steps[3]);
        }
    }

    // With what had been said by then, as far as it had faded by then.
    private double Before(int days)
    {
        var said = Days.Where(d => d.Age >= days).ToList();
        return Temperature.Degrees(Temperature.Both(Temperature.Faded(said.Sum(d => d.Slow), -days, Temperature.HalfLifeDays), Temperature.Faded(said.Sum(d => d.Fast), -days, Temperature.SurgeDays)));
    }
}

/// <param name="Degrees">0 to 100.</param>
/// <param name="Trend">Degrees more or less than seven days ago.</param>
/// <param name="LastAt">When it was said last.</param>
public sealed record Warmth(int Cases, int Customers, double Degrees, double Trend, DateTimeOffset? LastAt)
{
    public static readonly Warmth None = new(0, 0, 0, 0, null);
}

/// <summary>A temperature taken apart, for people: what it would be if each customer had said it once, calmly and today; and what the rest adds or takes.</summary>
/// <param name="Many">So many customers alone.</param>
/// <param name="Again">Who says it in several cases.</param>
/// <param name="Hot">How hot it is said.</param>
/// <param name="Age">How long ago it was said; never more than nothing.</param>
public sealed record WarmthParts(double Many, double Again, double Hot, double Age, double Degrees);
