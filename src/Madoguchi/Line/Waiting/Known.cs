namespace Madoguchi.Line.Waiting;

/// <summary>
/// Durations that were lived, and how much they say. Each future draws from its own resampling of them (Rubin, "The Bayesian bootstrap", 1981): few are worth little, so the futures differ.
/// One member more than was seen comes from an exponential with their mean, so that the longest one seen is not the longest there can be (Ferguson's Dirichlet process).
/// </summary>
public sealed class Known
{
    private readonly double[] _sorted;
    private readonly double _mean;
    private readonly double _spread;

    /// <param name="drift">How much the pace of a day differs from that of the days before.</param>
    public Known(IEnumerable<double> seen, double drift)
    {
        _sorted = [.. seen.Where(double.IsFinite).Select(s => Math.Max(0, s))];
        Array.Sort(_sorted);
        var n = _sorted.Length;
        _mean = n == 0 ? 0 : _sorted.Average();
        var variation = _mean <= 0 ? 0 : Math.Sqrt(_sorted.Sum(s => (s - _mean) * (s - _mean)) / Math.Max(1, n - 1)) / _mean;
        // Student's share of the doubt about the mean, that a resampling of few leaves out.
        _spread = Math.Sqrt(drift * drift + (n > 3 ? variation * variation * (1.0 / (n - 3) - 1.0 / n) : 0));
    }

    public int Count => _sorted.Length;

    public double Mean => _mean;

    /// <summary>How slow or fast this whole future is.</summary>
    public double Pace(Draws draws) => _spread <= 0 ? 1 : Math.Exp(_spread * draws.Normal(Draw.Pace, 0) - _spread * _spread / 2);

    public double One(Draws draws, Draw what, Draw member, int index)
    {
        var slot = draws.Below(_sorted.Length + 1, what, index);
        return slot == _sorted.Length ? _mean * draws.Exponential(member, slot + index) : _sorted[draws.Below(_sorted.Length, member, slot)];
    }

    /// <summary>What is left of one that has lasted so long: among those that lasted longer, or memoryless beyond them.</summary>
    public double Left(double elapsed, Draws draws, int index)
    {
        var first = Array.BinarySearch(_sorted, elapsed);
        first = first < 0 ? ~first : first;
        var longer = _sorted.Length - first;
        var slot = draws.Below(longer + 1, Draw.Residual, index);
        return slot == longer ? _mean * draws.Exponential(Draw.Return, index) : _sorted[first + slot] - elapsed;
    }
}
