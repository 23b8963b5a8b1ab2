using System.Diagnostics;
using Madoguchi.Desks.Hours;
using Madoguchi.Line;
using Madoguchi.Line.Waiting;

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
            Tell($"A wait reckoned, {ahead} ahead, {agents} agents", time, () => WaitEstimate.Of(state));
        }

        var (line, last) = Line(DateTimeOffset.UnixEpoch.AddDays(20_000));
        Tell("The line read and the wait reckoned, 30 ahead, 200 known", time, () => line().For(last));
        Tell("The opening hours alone", time, () => Stretches.Of(Hours, DateTimeOffset.UnixEpoch.AddDays(20_000)));
    }

    // The processor's time and not the clock's: other work on the machine is not ours.
    private static void Tell(string what, TimeSpan time, Func<object?> work)
    {
        for (var i = 0; i < 200; i++)
            work();
        var (times, all, before) = (0, Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        for (; all.Elapsed < time; times++)
            work();
        Console.WriteLine($"{what}: {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times:F2} ms");
    }

    private static readonly OpeningHours Hours = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), [.. Enumerable.Repeat<IReadOnlyList<OpenSpan>>([new(540, 720), new(780, 1080)], 7)], null, []);

    private static (Func<LineNow> Line, Ticket Last) Line(DateTimeOffset now)
    {
        List<LivedTicket> ended = [.. Enumerable.Range(1, 250).Select(i => new LivedTicket(Guid.AllBitsSet, now.AddMinutes(-6 * i), now.AddMinutes(-6 * i), now.AddMinutes(-4 * i), now.AddMinutes(-4 * i), now.AddMinutes(-4 * i + 4), false))];
        List<Ticket> active = [.. Enumerable.Range(1, 31).Select(i => new Ticket
        {
            Id = default, DeskId = default, CaseId = default, Number = i, Through = Through.Chat, Language = "ja", JoinedAt = now.AddMinutes(i - 60), Rank = now.AddMinutes(i - 60), Seq = i,
        })];
        return (() => new LineNow(now, active, ended, new Dictionary<Guid, bool>(), Stretches.Of(Hours, now), Hours.DayOf), active[^1]);
    }
}
