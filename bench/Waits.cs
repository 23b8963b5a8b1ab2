using System.Diagnostics;
using Madoguchi.Line;

namespace Madoguchi.Bench;

/// <summary>What saying a wait takes: pure reckoning, one core.</summary>
public static class Waits
{
    public static void Print(TimeSpan time)
    {
        foreach (var (ahead, agents) in new[] { (0, 3), (20, 3), (200, 3), (200, 30) })
        {
            var state = new WaitState(ahead, [.. Enumerable.Range(0, agents).Select(i => new AgentNow(30 * i))],
                [.. Enumerable.Range(0, WaitEstimate.Newest).Select(i => 60 + 15.0 * (i % 40))], [.. Enumerable.Range(0, 14).Select(d => new OpenStretch(d * 86_400, d * 86_400 + 32_400, d > 0))])
            { Overtaking = [new(new(20, 86_400), 1_800)], Leaving = new(10, 200), Crews = [agents, agents] };
            for (var i = 0; i < 200; i++)
                WaitEstimate.Of(state);
            var (times, all) = (0, Stopwatch.StartNew());
            for (; all.Elapsed < time; times++)
                WaitEstimate.Of(state);
            Console.WriteLine($"A wait said, {ahead} ahead, {agents} agents: {all.Elapsed.TotalMilliseconds / times:F2} ms");
        }
    }
}
