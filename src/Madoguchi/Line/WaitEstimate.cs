using Madoguchi.Line.Waiting;

namespace Madoguchi.Line;

/// <summary>
/// How long a ticket will wait, as the range from the 5th to the 95th percentile of many futures of the line, each played from what is known now: the state-dependent prediction of
/// Whitt, "Predicting queueing delays" (Management Science 45, 1999), with the durations as they were lived instead of a formula for them (Brown et al., "Statistical analysis of a
/// telephone call center", JASA 100, 2005, found them lognormal, not exponential). What the model leaves out is told in docs/waiting.md.
/// </summary>
public static class WaitEstimate
{
    /// <summary>With fewer than these nothing honest can be said.</summary>
    public const int Fewest = 5;

    /// <summary>The newest ones say most about now.</summary>
    public const int Newest = 200;

    private const double Drift = 0.05;
    private const int Futures = 400;

    // Of the futures 2.5 % at either end, not 5 %: everybody behind one long conversation waits longer, so that a range which holds for nine of ten over a year
    // holds for eight of ten on a bad day. Measured by WaitSimulationTests: the share inside, day by day, against the width.
    private const int Beyond = Futures / 40;

    // Two pickups that nobody lived: of an agent who looks up, and of one who finishes a sentence first.
    private static readonly double[] UnknownPickups = [5, 20];

    /// <returns>Nothing, when it is not known.</returns>
    public static WaitRange? Of(WaitState state)
    {
        var taken = new Known(state.Taken.Take(Newest), Drift);
        if (taken.Count < Fewest || state.Open.Count == 0 || (state.Agents.Count == 0 && (state.Open[0].From <= 0 || state.Crews.Count == 0)))
            return null;
        var future = new Future(state, taken, new Known(state.Pickups.Count == 0 ? UnknownPickups : state.Pickups.Take(Newest), 0));
        var waits = new double[Futures];
        for (var i = 0; i < Futures; i++)
            waits[i] = future.Wait(i);
        Array.Sort(waits);
        var (low, high) = (waits[Beyond - 1], waits[Futures - Beyond]);
        return double.IsPositiveInfinity(high) || high > int.MaxValue ? null : new WaitRange((int)Math.Floor(low), (int)Math.Ceiling(high));
    }
}
