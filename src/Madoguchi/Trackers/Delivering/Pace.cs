namespace Madoguchi.Trackers.Delivering;

/// <summary>When a tracker is told, and when again. Pure.</summary>
public static class Pace
{
    /// <summary>A temperature that moved less than this is no news.</summary>
    public const double Step = 5;

    /// <summary>No more often than this, unless there is new information or a decision.</summary>
    public static readonly TimeSpan AtMostEvery = TimeSpan.FromHours(1);

    // The schedule that Standard Webhooks recommends: over three days, then a person looks.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>When it is tried again after so many tries; null when it was tried long enough.</summary>
    public static TimeSpan? After(int attempts) => attempts <= Waits.Length ? Waits[attempts - 1] : null;

    /// <summary>When an update is due, or null: nothing worth telling has changed.</summary>
    /// <param name="hasNews">Somebody has found out more.</param>
    public static DateTimeOffset? UpdateDue(double toldDegrees, int toldCustomers, DateTimeOffset toldAt, double degrees, int customers, bool hasNews, DateTimeOffset now)
    {
        if (hasNews)
            return now;
        // By a fifth, and by one at least: a fourth customer is news, a thousand and first is none.
        var isStep = Math.Abs(degrees - toldDegrees) >= Step || customers - toldCustomers >= Math.Max(1, Math.Ceiling(toldCustomers * 0.2));
        return !isStep ? null : now - toldAt >= AtMostEvery ? now : toldAt + AtMostEvery;
    }
}
