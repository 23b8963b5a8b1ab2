namespace Madoguchi.Incidents.Noticing.Jumps;

/// <summary>What is normal of one key in the last minutes: a count whose rate is known as well as the past tells it (negative binomial: Poisson, with the rate's own uncertainty).</summary>
/// <param name="Mean">Of the count.</param>
/// <param name="Shape">The smaller, the less is known of the rate.</param>
/// <param name="Others">So many contacts without this key are normal.</param>
/// <param name="Variation">See <see cref="Past.Variation"/>.</param>
public sealed record Normal(double Mean, double Shape, double Others, double Variation)
{
    // A key that was never heard of has had so many contacts to turn up in, before there was any.
    private const double Before = 250;
    private const double NeverSeen = 0.5;
    private const int OfItsOwn = 3;

    /// <param name="likeBefore">For a text without a key: how many like it there were among <paramref name="likes"/>.</param>
    /// <param name="others">Contacts without this key, now.</param>
    public static Normal Of(Past past, JumpKey key, int? likeBefore, int likes, DateTimeOffset now, int window, int others)
    {
        var all = All(past, now, window);
        var (known, among) = likeBefore is { } before ? (before, likes) : (past.Of(key), past.Total);
        // Its share of all that came, then and now …
        var (shape, share) = (known + NeverSeen, (known + NeverSeen) / (among + others + Before));
        var expected = all * share;
        // … or what comes of it at this hour, where that is more: bills are asked about on the first Monday.
        if (likeBefore is null && past.Total > 0)
        {
            var own = past.At(key, Hour(now));
            if (own.Sum >= OfItsOwn && Over(now, window, hour => (past.At(key, hour).Sum + NeverSeen) / Math.Max(1, past.At(key, hour).Hours)) is var usual && usual > expected)
                (expected, shape) = (usual, own.Sum + NeverSeen);
        }

        var rest = Math.Max(0, all - expected);
        // Raised as everything else is; without a past, all that comes is as it should be.
        var mean = rest <= 0 ? Math.Max(expected, share * others) : expected * Math.Max(1, others / rest);
        return new(mean, 1 / (1 / shape + past.Variation), rest, past.Variation);
    }

    public double Chance(int seen) => Tail.Of(seen, Mean, Shape);

    /// <summary>More of everything than the past explains: a launch, a campaign, the first day.</summary>
    public bool IsMuchUnexplained(Past past, int others) => past.Days < 7 || Tail.Of(others, Math.Max(Others, 0.01), 1 / Variation) < 0.01;

    /// <summary>So many contacts of all sorts are normal in the last minutes.</summary>
    public static double All(Past past, DateTimeOffset now, int window) => past.Total == 0 ? 0 : Over(now, window, hour => past.All(hour).Mean);

    private static long Hour(DateTimeOffset at) => at.ToUnixTimeSeconds() / 3600;

    // The hours that the window lies in, each by its part.
    private static double Over(DateTimeOffset now, int window, Func<long, double> mean)
    {
        var (sum, from, to) = (0d, now.AddMinutes(-window).ToUnixTimeSeconds(), now.ToUnixTimeSeconds());
        for (var hour = from / 3600; hour <= to / 3600; hour++)
            sum += mean(hour) * (Math.Min(to, (hour + 1) * 3600) - Math.Max(from, hour * 3600)) / 3600d;
        return sum;
    }
}
