namespace Madoguchi.Voices.Warming;

/// <summary>One case behind a voice, as it counts: who said it, when, and how hot (0 to 1).</summary>
public readonly record struct Said(Guid Customer, DateTimeOffset At, double Intensity);

/// <summary>What a case adds to what its customer had said before, at the moment when it was said. From then on it only fades, whatever else is said:
/// so the database can add up ten thousand of them, for now and for each day before.</summary>
/// <param name="Turn">0: the first that this customer said.</param>
/// <param name="Slow">To what lasts.</param>
/// <param name="Fast">To what surges.</param>
/// <param name="Loud">To what it would be if all of it were said today.</param>
public readonly record struct Adds(int Turn, double Slow, double Fast, double Loud);

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
    private const int Seen = 20;

    public static double Of(IEnumerable<Said> said, DateTimeOffset now) => Degrees(Weight(said, now));

    /// <summary>In customers who say it calmly and today.</summary>
    public static double Weight(IEnumerable<Said> said, DateTimeOffset now) => said.GroupBy(s => s.Customer).Sum(own =>
    {
        var cases = own.OrderBy(s => s.At).ToList();
        return Added(cases).Zip(cases, (a, s) => Both(Faded(a.Slow, Days(s, now), HalfLifeDays), Faded(a.Fast, Days(s, now), SurgeDays))).Sum();
    });

    /// <summary>Of what lasts and what surges, as far as both have faded.</summary>
    public static double Both(double slow, double fast) => (slow + (Surge * fast)) / (1 + Surge);

    /// <summary>One decimal, as it is shown everywhere.</summary>
    public static double Degrees(double weight) => Math.Round(100 * weight / (weight + Half), 1, MidpointRounding.AwayFromZero);

    /// <summary>How much it has moved in the last seven days.</summary>
    public static double Trend(IReadOnlyCollection<Said> said, DateTimeOffset now) => Math.Round(Of(said, now) - Before(said, now.AddDays(-7)), 1);

    /// <summary>How warm it was then.</summary>
    public static double Before(IEnumerable<Said> said, DateTimeOffset then) => Of(said.Where(s => s.At <= then), then);

    /// <summary>A customer counts once: of all that they said, the heaviest counts, a quarter of the next, a quarter of that of the one after.</summary>
    /// <param name="cases">One customer's, in the order in which they were said.</param>
    public static IReadOnlyList<Adds> Added(IReadOnlyList<Said> cases)
    {
        var (slow, fast, loud) = (More(cases, HalfLifeDays), More(cases, SurgeDays), More(cases, double.PositiveInfinity));
        return [.. cases.Select((_, i) => new Adds(i, slow[i], fast[i], loud[i]))];
    }

    /// <summary>What is left of it.</summary>
    public static double Faded(double weight, double days, double half) => weight * Math.Pow(2, -days / half);

    // What each one makes of the ones before, at its moment. What fades at one pace keeps its order; behind the first twenty nothing is left that could be seen.
    private static List<double> More(IReadOnlyList<Said> cases, double half)
    {
        var (added, heaviest) = (new List<double>(), new List<double>());
        for (var i = 0; i < cases.Count; i++)
        {
            var before = heaviest.ConvertAll(w => Faded(w, Days(cases[i - 1], cases[i].At), half));
            heaviest = [.. before.Append(1 + Math.Clamp(cases[i].Intensity, 0, 1)).OrderDescending().Take(Seen)];
            added.Add(Counted(heaviest) - Counted(before));
        }

        return added;
    }

    private static double Counted(IEnumerable<double> heaviest) => heaviest.Select((weight, i) => weight * Math.Pow(Again, i)).Sum();

    private static double Days(Said said, DateTimeOffset now) => Math.Max(0, (now - said.At).TotalDays);
}
