namespace Madoguchi.Incidents.Noticing.Jumps;

/// <param name="Kind">What one counts by.</param>
/// <param name="Text">Which of them, folded.</param>
public readonly record struct JumpKey(JumpKind Kind, string Text);

/// <summary>What a jump is in, the narrowest first.</summary>
public enum JumpKind { Exact, ErrorText, Words, Problem, Product }

/// <param name="Mean">Contacts an hour, at this hour of this weekday.</param>
/// <param name="Hours">Of how many hours it is the mean.</param>
/// <param name="Sum">Contacts in these.</param>
public readonly record struct Slot(double Mean, int Hours, int Sum);

/// <summary>What was counted before, hour by hour (hours since 1970); without what turned out to be an incident.</summary>
public sealed class Past
{
    private static readonly Dictionary<long, int> None = [];
    private const int Week = 168;
    private readonly IReadOnlyDictionary<long, int> all;
    private readonly IReadOnlyDictionary<JumpKey, Dictionary<long, int>> keys;
    private readonly Dictionary<long, long[]> like = [];
    private readonly Dictionary<long, Slot> means = [];
    private readonly Dictionary<JumpKey, (int Sum, long Since)> sums = [];

    /// <param name="all">Contacts in each hour that had any.</param>
    public Past(IReadOnlyDictionary<long, int> all, IReadOnlyDictionary<JumpKey, Dictionary<long, int>> keys, long until, int kinds)
    {
        (this.all, this.keys, Until, Kinds) = (all, keys, until, kinds);
        From = all.Count == 0 ? until : all.Keys.Min();
        Total = all.Values.Sum();
        Variation = Varies();
    }

    public static Past Empty { get; } = new(None, new Dictionary<JumpKey, Dictionary<long, int>>(), 0, 0);

    public long From { get; }
    public long Until { get; }

    /// <summary>Of all contacts.</summary>
    public int Total { get; }

    /// <summary>How many different keys were counted.</summary>
    public int Kinds { get; }

    /// <summary>The square of by how much one Monday at nine differs from another, beyond chance.</summary>
    public double Variation { get; }

    public double Days => (Until - From) / 24d;

    public int Of(JumpKey key) => Sums(key).Sum;

    /// <summary>Since when it has been heard of.</summary>
    public double DaysSince(JumpKey key) => (Until - Sums(key).Since) / 24d;

    // Asked of the same hours by every key.
    public Slot All(long hour) => means.TryGetValue(hour, out var known) ? known : means[hour] = Mean(all, hour);

    public Slot At(JumpKey key, long hour) => Mean(keys.GetValueOrDefault(key) ?? None, hour);

    private (int Sum, long Since) Sums(JumpKey key) => sums.TryGetValue(key, out var known) ? known
        : sums[key] = keys.GetValueOrDefault(key) is { Count: > 0 } hours ? (hours.Values.Sum(), hours.Keys.Min()) : (0, Until);

    // The same hour of the weekday and its neighbours, in all weeks there are (Farrington's half-window); of the day, while there are few; of all, on the first.
    private Slot Mean(IReadOnlyDictionary<long, int> counts, long hour)
    {
        var hours = Like(hour);
        if (hours.Length == 0)
            return default;
        var sum = 0;
        foreach (var one in hours)
            sum += counts.GetValueOrDefault(one);
        return new((double)sum / hours.Length, hours.Length, sum);
    }

    private long[] Like(long hour)
    {
        if (like.TryGetValue(hour, out var known))
            return known;
        var every = Days >= 14 ? Week : Days >= 2 ? 24 : 1;
        List<long> hours = [];
        for (var h = Until - 1; h >= From; h--)
        {
            var apart = ((h - hour) % every + every) % every;
            if (every == 1 || apart is 0 or 1 || apart == every - 1)
                hours.Add(h);
        }

        return like[hour] = [.. hours];
    }

    private double Varies()
    {
        if (Days < 21)
            return 0.09;
        var (beyond, squares) = (0d, 0d);
        for (var slot = 0; slot < Week; slot++)
        {
            List<int> weeks = [];
            for (var h = Until - 1 - slot; h >= From; h -= Week)
                weeks.Add(all.GetValueOrDefault(h));
            if (weeks.Count < 3)
                continue;
            var mean = weeks.Average();
            beyond += weeks.Sum(x => (x - mean) * (x - mean)) / (weeks.Count - 1) - mean;
            squares += mean * mean;
        }

        return squares == 0 ? 0.09 : Math.Clamp(beyond / squares, 0.04, 0.5);
    }
}
