namespace Madoguchi.Incidents.Noticing.Jumps;

/// <summary>How rare a count is, far out where 1 − (1 − p) is nothing but rounding.</summary>
public static class Tail
{
    /// <summary>P(X ≥ count) for a negative binomial of this mean and shape: a Poisson count whose rate is itself uncertain (Gamma). The larger the shape, the nearer to Poisson.</summary>
    public static double Of(int count, double mean, double shape)
    {
        if (count <= 0)
            return 1;
        if (mean <= 0)
            return 0;
        var odds = mean / (mean + shape);
        var term = Math.Exp(LogGamma(count + shape) - LogGamma(shape) - LogGamma(count + 1) + shape * Math.Log(shape / (mean + shape)) + count * Math.Log(odds));
        // Below the middle the terms grow first; summed until they no longer matter.
        var sum = 0d;
        for (var k = count; term > sum * 1e-15 || k < mean; k++)
        {
            sum += term;
            term *= odds * (k + shape) / (k + 1);
            if (k - count > 1_000_000)
                break;
        }

        return Math.Min(1, sum);
    }

    /// <summary>P(X ≥ count) for a Poisson count.</summary>
    public static double Poisson(int count, double mean) => Of(count, mean, 1e9);

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
