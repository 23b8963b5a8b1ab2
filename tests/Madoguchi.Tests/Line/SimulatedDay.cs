using Madoguchi.Line;

namespace Madoguchi.Tests.Line;

/// <summary>A quiet day to learn from, and the day on which two hundred come for three agents: the whole truth about both, second by second.</summary>
public sealed class SimulatedDay
{
    public const int Arrivals = 200;
    private readonly Random _chance;
    private readonly SimulatedLine _line;
    private readonly int _seed;
    private readonly int _fates;

    /// <param name="before">How many came on the day before.</param>
    /// <param name="fates">How many other fates tell the true spread of each wait.</param>
    /// <param name="joining">Looks at the line when somebody joins it.</param>
    public SimulatedDay(int seed, int before, int fates, Action<SimulatedDay, SimulatedLine.Waiting>? joining = null)
    {
        (_seed, _fates, _chance) = (seed, fates, new Random(seed));
        _line = new SimulatedLine(_chance) { UrgentRate = SimulatedLine.UrgentShare * Arrivals / (9 * SimulatedLine.Hour) };
        var number = 0;
        foreach (var at in Yesterday(before).Concat(Today()))
        {
            Live(at);
            var ticket = new SimulatedLine.Waiting(++number, number > 1 && at % SimulatedLine.Day > 9 * SimulatedLine.Hour && _chance.NextDouble() < SimulatedLine.UrgentShare, at);
            joining?.Invoke(this, ticket);
            _line.Join(ticket);
            Events.Add(new(at, Kind.Joined, ticket, -1));
            if (at > SimulatedLine.Day)
                Spreads[ticket] = Spread(ticket);
        }

        Live(5 * SimulatedLine.Day);
    }

    public enum Kind { Joined, Called, Ended }

    /// <summary>A Tuesday in winter, in Tokyo.</summary>
    public static readonly DateTimeOffset Midnight = new(2027, 1, 12, 0, 0, 0, TimeSpan.FromHours(9));

    public static DateTimeOffset Moment(double at) => Midnight.ToUniversalTime().AddTicks((long)(at * 1e6) * 10);

    public List<Event> Events { get; } = [];

    /// <summary>Of each who came on the second day: between the 5th and the 95th of a hundred fates.</summary>
    public Dictionary<SimulatedLine.Waiting, double> Spreads { get; } = [];

    public Dictionary<SimulatedLine.Waiting, double> Waits => Events.Where(e => e.What is Kind.Called && Spreads.ContainsKey(e.Ticket)).ToDictionary(e => e.Ticket, e => e.At - e.Ticket.Joined);

    /// <summary>Are the ranges shown true, and as narrow as can be?</summary>
    public (double Inside, double Width, double Spread) Judge(IReadOnlyDictionary<int, WaitRange> shown)
    {
        var waits = Waits.Where(w => shown.ContainsKey(w.Key.Number)).ToList();
        return (waits.Count(w => w.Value >= shown[w.Key.Number].Low && w.Value <= shown[w.Key.Number].High) / (double)waits.Count,
            Middle(waits.Select(w => (double)(shown[w.Key.Number].High - shown[w.Key.Number].Low))), Middle(waits.Select(w => Spreads[w.Key])));
    }

    public static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private IEnumerable<double> Yesterday(int count) => [.. Enumerable.Range(0, count).Select(_ => (9 + 8 * _chance.NextDouble()) * SimulatedLine.Hour).Order()];

    // One at 08:59:55; a rush in the morning, an even afternoon, some when it is closed already.
    private IEnumerable<double> Today() =>
        [.. Enumerable.Range(1, Arrivals - 1).Select(i => SimulatedLine.Day + (9 + (i < 70 ? 2 : i < 185 ? 9 : 12) * _chance.NextDouble()) * SimulatedLine.Hour).Order().Prepend(SimulatedLine.Day + 9 * SimulatedLine.Hour - 5)];

    private double Spread(SimulatedLine.Waiting mine)
    {
        if (_fates == 0)
            return 0;
        var waits = Enumerable.Range(0, _fates).Select(f => _line.Another(new Random(_seed * 1_000_003 + mine.Number * 1_009 + f)).Lived(mine)).Order().ToArray();
        return waits[_fates * 95 / 100] - waits[_fates * 5 / 100];
    }

    private void Live(double until) => _line.Until(until, (ticket, agent) => Events.Add(new(_line.Now, Kind.Called, ticket, agent)), (agent, served) => Events.Add(new(served.Until, Kind.Ended, served.Whom!, agent)));

    public sealed record Event(double At, Kind What, SimulatedLine.Waiting Ticket, int Agent);
}
