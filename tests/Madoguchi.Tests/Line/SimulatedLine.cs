using Madoguchi.Line;

namespace Madoguchi.Tests.Line;

/// <summary>A line that knows the truth: the real durations, the real chances. What the estimate sees of it is only what a desk would see.</summary>
public sealed class SimulatedLine(Random chance)
{
    public const double Hour = 3_600;
    public const double Day = 24 * Hour;
    private const double Mean = 380;
    private const double Variation = 0.8;
    public const double UrgentShare = 0.08;

    /// <summary>What is urgent goes before whoever joined up to half an hour earlier.</summary>
    public const double HeadStart = Hour / 2;

    private List<Waiting> _waiting = [];
    private Serving[] _agents = new Serving[3];

    public double Now { get; private set; }

    public double UrgentRate { get; init; }

    public static bool IsOpen(double at) => (at % Day) is >= 9 * Hour and < 12 * Hour or >= 13 * Hour and < 18 * Hour;

    public IReadOnlyList<Waiting> Line => _waiting;

    public IReadOnlyList<Serving> Agents => _agents;

    /// <summary>Lognormal, as Brown and others found them.</summary>
    public double Service()
    {
        var s2 = Math.Log(1 + Variation * Variation);
        return Mean * Math.Exp(Math.Sqrt(s2) * Normal() - s2 / 2);
    }

    public double Exponential(double rate) => -Math.Log(1 - chance.NextDouble()) / rate;

    public void Join(Waiting ticket) => _waiting.Insert(_waiting.FindLastIndex(w => w.Rank <= ticket.Rank) + 1, ticket);

    /// <summary>Lives on until a moment; tells who was called.</summary>
    public void Until(double end, Action<Waiting, int> called, Action<int, Serving> ended)
    {
        while (Now < end)
        {
            for (var i = 0; i < _agents.Length; i++)
            {
                if (_agents[i].Busy && _agents[i].Until <= Now)
                {
                    ended(i, _agents[i]);
                    _agents[i] = default;
                }

                if (!_agents[i].Busy && IsOpen(Now) && _waiting is [var first, ..])
                {
                    _waiting.RemoveAt(0);
                    called(first, i);
                    _agents[i] = new(true, Now, Now + Service(), first);
                }
            }

            Now = Math.Min(end, Next());
        }
    }

    /// <summary>The same line from here on, with another fate: what is left of those being served is drawn afresh, given how long they have lasted.</summary>
    public SimulatedLine Another(Random fate)
    {
        var other = new SimulatedLine(fate) { Now = Now, UrgentRate = UrgentRate, _waiting = [.. _waiting], _agents = [.. _agents] };
        for (var i = 0; i < _agents.Length; i++)
            if (_agents[i].Busy)
            {
                var elapsed = Now - _agents[i].Since;
                double whole;
                do
                    whole = other.Service();
                while (whole < elapsed);
                other._agents[i] = _agents[i] with { Until = _agents[i].Since + whole };
            }

        return other;
    }

    /// <summary>How long this ticket will wait in this fate. Who joins behind it does not matter to it; who is more urgent does.</summary>
    public double Lived(Waiting mine)
    {
        var called = double.NaN;
        var joined = Now;
        var overtaker = Now + Exponential(UrgentRate);
        overtaker = mine.Urgent || overtaker > joined + HeadStart ? double.PositiveInfinity : overtaker;
        while (double.IsNaN(called))
        {
            var end = Math.Min(overtaker, Next());
            Until(double.IsPositiveInfinity(end) ? Now + 1 : Math.Max(end, Now + 1e-6), (w, _) => called = w == mine ? Now : called, (_, _) => { });
            if (Now < overtaker)
                continue;
            Join(new(-1, true, Now));
            overtaker = Now + Exponential(UrgentRate);
            overtaker = overtaker > joined + HeadStart ? double.PositiveInfinity : overtaker;
        }

        return called - joined;
    }

    // The next end of a service, or the next time the doors open.
    private double Next()
    {
        var next = double.PositiveInfinity;
        foreach (var agent in _agents)
            next = agent.Busy ? Math.Min(next, agent.Until) : next;
        return _waiting.Count > 0 && !IsOpen(Now) ? Math.Min(next, Opening(Now)) : next;
    }

    public static double Opening(double at)
    {
        var (day, time) = (Math.Floor(at / Day) * Day, at % Day);
        return day + (time < 9 * Hour ? 9 * Hour : time < 13 * Hour ? 13 * Hour : Day + 9 * Hour);
    }

    /// <summary>When it is open from now on.</summary>
    public static IReadOnlyList<OpenStretch> Spans(double now) =>
        [.. Enumerable.Range((int)(now / Day), 7).SelectMany(d => new[] { (9, 12), (13, 18) }.Select(h => (From: d * Day + h.Item1 * Hour, To: d * Day + h.Item2 * Hour, Morning: h.Item1 == 9)))
            .Where(s => s.To > now).Select(s => new OpenStretch(Math.Max(0, s.From - now), s.To - now, s.Morning && s.From > now))];

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());

    public sealed record Waiting(int Number, bool Urgent, double Joined)
    {
        public double Rank => Joined - (Urgent ? HeadStart : 0);
    }

    public readonly record struct Serving(bool Busy, double Since, double Until, Waiting? Whom = null);
}
