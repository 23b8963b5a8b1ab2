namespace Madoguchi.Reports;

/// <summary>A part of a whole in percent, and how far it can be trusted: the 95 % interval of Wilson (1927), which stays honest where there is little to count.</summary>
/// <param name="Percent">Nothing where there are fewer than <see cref="Fewest"/>: one more answer would turn it over.</param>
public sealed record Share(int? Percent, int? Low, int? High)
{
    public const int Fewest = 10;
    private const double Z = 1.959964;

    public static Share Of(int part, int whole)
    {
        if (whole == 0)
            return new(null, null, null);
        var (n, p) = ((double)whole, (double)part / whole);
        var middle = (p + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var reach = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n))) / (1 + (Z * Z / n));
        return new(whole < Fewest ? null : In(p), In(Math.Max(0, middle - reach)), In(Math.Min(1, middle + reach)));
    }

    private static int In(double part) => (int)Math.Round(part * 100, MidpointRounding.AwayFromZero);
}
