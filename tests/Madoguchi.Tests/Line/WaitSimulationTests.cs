using Madoguchi.Line;

namespace Madoguchi.Tests.Line;

/// <summary>Two hundred come for three agents, one of them five seconds before the doors open: are the waits that they are shown true, and narrow enough to be of use?</summary>
public sealed class WaitSimulationTests(ITestOutputHelper output)
{
    private const int Arrivals = 200;
    private const int Fates = 80;
    private const int Days = 8;

    [Fact]
    public void The_waits_shown_on_joining_are_true_and_narrow()
    {
        var days = Enumerable.Range(1, Days).AsParallel().AsOrdered().Select(seed => Judged(seed, new Day(seed).Lived())).ToList();

        var (inside, ratio) = (days.Average(d => d.Inside), Middle(days.Select(d => d.Width / d.Spread)));
        output.WriteLine($"{Days} days of {Arrivals}: {inside:P1} inside, {ratio:F2} times the true spread (worst day {days.Max(d => d.Width / d.Spread):F2}); {days.Count(d => d.Inside >= 0.9)} days with nine of ten inside, the worst {days.Min(d => d.Inside):P1}");
        Assert.True(inside >= 0.9, $"{inside:P1} inside");
        Assert.True(ratio <= 1.5, $"{ratio:F2} times as wide as would do");
    }

    private (double Inside, double Width, double Spread) Judged(int seed, List<Told> told)
    {
        var shown = told.Where(t => t.Shown is not null).ToList();
        var inside = shown.Count(t => t.Lived >= t.Shown!.Low && t.Lived <= t.Shown.High) / (double)shown.Count;
        var width = Middle(shown.Select(t => (double)(t.Shown!.High - t.Shown.Low)));
        var spread = Middle(shown.Select(t => t.Spread));
        lock (output)
            output.WriteLine($"day {seed}: {inside:P1} inside, median width {width:F0} s, true spread {spread:F0} s, {width / spread:F2} times; median wait {Middle(told.Select(t => t.Lived)) / 60:F0} min, longest {told.Max(t => t.Lived) / 3600:F1} h");
        Assert.Equal(Arrivals, told.Count);
        Assert.Equal(Arrivals, shown.Count);
        return (inside, width, spread);
    }

    private static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    public sealed record Told(WaitRange? Shown, double Spread, double Lived);

    private sealed class Day
    {
        private readonly Random _chance;
        private readonly SimulatedLine _line;
        private readonly List<double> _taken = [];
        private readonly List<double> _urgent = [];
        private readonly Dictionary<int, double> _lived = [];
        private readonly int _seed;

        public Day(int seed)
        {
            (_seed, _chance) = (seed, new Random(seed));
            _line = new SimulatedLine(_chance) { UrgentRate = SimulatedLine.UrgentShare * Arrivals / (9 * SimulatedLine.Hour) };
            // Yesterday, as the desk remembers it.
            _taken.AddRange(Enumerable.Range(0, 150).Select(_ => _line.Service()));
            _urgent.AddRange(Enumerable.Range(0, 16).Select(i => -SimulatedLine.Day + i * SimulatedLine.Day / 16));
        }

        public List<Told> Lived()
        {
            // One at 08:59:55; a rush in the morning, an even afternoon, some when it is closed already.
            var first = 9 * SimulatedLine.Hour - 5;
            var arrivals = Enumerable.Range(1, Arrivals - 1).Select(i => 9 * SimulatedLine.Hour + (i < 70 ? 2 : i < 185 ? 9 : 12) * SimulatedLine.Hour * _chance.NextDouble()).Order().Prepend(first).ToList();
            var shown = new List<(SimulatedLine.Waiting Ticket, WaitRange? Shown, double Spread)>();
            for (var i = 0; i < arrivals.Count; i++)
            {
                Live(arrivals[i]);
                var ticket = new SimulatedLine.Waiting(i + 1, i > 0 && _chance.NextDouble() < SimulatedLine.UrgentShare, arrivals[i]);
                var range = WaitEstimate.Of(Seen(ticket));
                _line.Join(ticket);
                if (ticket.Urgent)
                    _urgent.Add(arrivals[i]);
                shown.Add((ticket, range, Spread(ticket)));
            }

            Live(4 * SimulatedLine.Day);
            return [.. shown.Select(s => new Told(s.Shown, s.Spread, _lived[s.Ticket.Number] - s.Ticket.Joined))];
        }

        // What the desk sees: no true duration, no true rate.
        private WaitState Seen(SimulatedLine.Waiting mine)
        {
            var now = _line.Now;
            var ahead = _line.Line.Count(w => w.Rank <= mine.Rank);
            var lately = _urgent.Count(u => u > now - 2 * SimulatedLine.Day);
            return new(ahead, [.. _line.Agents.Select(a => new AgentNow(a.Busy ? now - a.Since : null))], [.. _taken.AsEnumerable().Reverse()], SimulatedLine.Spans(now))
            {
                Pickups = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], Crews = [3, 3, 3], Overtaking = mine.Urgent ? [] : [new(new(lately, 19 * SimulatedLine.Hour), SimulatedLine.HeadStart)],
            };
        }

        private double Spread(SimulatedLine.Waiting mine)
        {
            var waits = Enumerable.Range(0, Fates).Select(f => _line.Another(new Random(_seed * 1_000_003 + mine.Number * 1_009 + f)).Lived(mine)).Order().ToArray();
            return waits[Fates * 95 / 100] - waits[Fates * 5 / 100];
        }

        private void Live(double until) => _line.Until(until, (w, at) => _lived[w.Number] = at, _taken.Add);
    }
}
