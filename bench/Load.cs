using System.Diagnostics;
using System.Globalization;

namespace Madoguchi.Bench;

/// <summary>What a load came to. Times in milliseconds.</summary>
public sealed record Figure(double PerSecond, double P50, double P99)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PerSecond:N0}/s, p50 {P50:N2} ms, p99 {P99:N2} ms");
}

/// <summary>Asks again and again over a number of connections, for a time, after a warm-up as long that is not counted.</summary>
public static class Load
{
    public static async Task<Figure> Run(int connections, TimeSpan time, Func<int, Task> act)
    {
        await For(connections, time, act);
        var watch = Stopwatch.StartNew();
        var took = await For(connections, time, act);
        var seconds = watch.Elapsed.TotalSeconds;
        took.Sort();
        return new(took.Count / seconds, Quantile(took, 0.5), Quantile(took, 0.99));
    }

    public static double Quantile(List<double> sorted, double part) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];

    private static async Task<List<double>> For(int connections, TimeSpan time, Func<int, Task> act)
    {
        var watch = Stopwatch.StartNew();
        var took = await Task.WhenAll(Enumerable.Range(0, connections).Select(connection => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (watch.Elapsed < time)
            {
                var begin = Stopwatch.GetTimestamp();
                await act(connection);
                mine.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }

            return mine;
        })));
        return [.. took.SelectMany(t => t)];
    }
}
