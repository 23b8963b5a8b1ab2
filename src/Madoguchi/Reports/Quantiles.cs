namespace Madoguchi.Reports;

/// <summary>Exact, by the nearest rank: p90 is the smallest value that at least 90 of 100 do not exceed. Nothing of nothing.</summary>
public static class Quantiles
{
    public static readonly IReadOnlyList<(string Name, int Percent)> All = [("P50", 50), ("P90", 90), ("P95", 95)];

    public static long? Of(IReadOnlyList<int> sorted, int percent) => sorted.Count == 0 ? null : sorted[((sorted.Count * percent) + 99) / 100 - 1];
}
