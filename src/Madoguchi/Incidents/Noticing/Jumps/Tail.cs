namespace Madoguchi.Incidents.Noticing.Jumps;

/// <summary>How rare a count is, far out where 1 − (1 − p) is nothing but rounding.</summary>
public static class Tail
{
    private const int Most = 1_000_000;

    /// <summary>P(X ≥ count) for a negative binomial of this mean and shape: a Poisson count whose rate is itself uncertain (Gamma). The larger the shape, the nearer to Poisson.</summary>
    public static double Of(int count, double mean, double shape)
    {
        if (count <= 0)
            return 1;
        if (mean <= 0)
            return 0;
        // Below the middle from the other side: there the terms may be too small for a number, and still this is next to certain.
        if (count < mean)
            return 1 - Sum(Term(count - 1, mean, shape), count - 1, k => k == 0 ? 0 : k * (mean + shape) / (mean * (k - 1 + shape)), -1);
        return Math.Min(1, Sum(Term(count, mean, shape), count, k => mean / (mean + shape) * (k + shape) / (k + 1), 1));
    }

    /// <summary>P(X ≥ count) for a Poisson count.</summary>
    public static double Poisson(int count, double mean) => Of(count, mean, 1e9);

    private static double Term(int k, double mean, double shape) => Math.Exp(LogGamma(k + shape) - LogGamma(shape) - LogGamma(k + 1) + shape * Math.Log(shape / (mean + shape)) + k * Math.Log(mean / (mean + shape)));

    // Until the terms no longer matter.
    private static double Sum(double term, int from, Func<int, double> next, int step)
    {
        var sum = 0d;
        for (var k = from; term > sum * 1e-15 && Math.Abs(k - from) <= Most; k += step)
        {
            sum += term;
            term *= next(k);
        }

        return sum;
    }

    // Lanczos, as in Numerical Recipes; good to twelve figures here.
    private static double LogGamma(double x)
    {
        if (x > 1e6)
            return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + 1 / (12 * x); // Stirling: the series below would lose its small differences
        ReadOnlySpan<double> c = [76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2, -0.5395239384953e-5];
        var (y, sum) = (x, 1.000000000190015);
        foreach (var one in c)
            sum += one / ++y;
        var t = x + 5.5;
        return (x + 0.5) * Math.Log(t) - t + Math.Log(2.5066282746310005 * sum / x);
    }
}
