namespace Madoguchi.Line.Waiting;

/// <summary>
/// One future of the line: whoever is free first calls whoever is first (Kiefer and Wolfowitz, "On the theory of queues with many servers", 1955), while the desk is open.
/// Who is being served at closing time is served to the end; in the morning everybody begins afresh.
/// </summary>
public sealed class Future(WaitState state, Known taken, Known pickups)
{
    // Somebody who waits behind this many is told nothing useful anyhow; and more urgent ones could come faster than anybody is served.
    private const int Most = 5_000;

    // Back from a break within the hour.
    private const double Break = 3_600;

    private readonly Soonest _free = new();
    private readonly List<double> _later = [];
    private Draws _draws;
    private int _span;
    private int _pickups;

    /// <summary>Seconds until this ticket is called; infinite when that is beyond what is known of the opening hours.</summary>
    public double Wait(int number)
    {
        (_draws, _span, _pickups) = (new Draws(number), 0, 0);
        var pace = taken.Pace(_draws);
        Begin(pace);
        Expect();
        var (ahead, due, leaving) = (state.Ahead, 0, Leaving());
        for (var i = 0; i < Most; i++)
        {
            var at = Call();
            if (double.IsPositiveInfinity(at))
                return at;
            for (; due < _later.Count && _later[due] <= at; due++)
                ahead++;
            if (ahead == 0)
                return Own(at, pace);
            ahead--;
            if (leaving == 0 || _draws.Of(Draw.Leaver, i) >= leaving)
                _free.Replace(at + pace * taken.One(_draws, Draw.Taken, Draw.Member, i));
        }

        return double.PositiveInfinity;
    }

    private void Begin(double pace)
    {
        _free.Clear();
        for (var i = 0; i < state.Agents.Count; i++)
        {
            var agent = state.Agents[i];
            var left = agent.Away ? Break * _draws.Of(Draw.Return, ~i) : agent.Busy is { } busy ? pace * taken.Left(busy / pace, _draws, i) : Pickup();
            _free.Add(left);
        }

        if (state.Open is [{ From: > 0 }, ..])
            Arrive();
    }

    /// <summary>When the next one is called.</summary>
    private double Call()
    {
        while (_free.Count > 0)
        {
            var at = _free.Top;
            while (_span < state.Open.Count && state.Open[_span].To <= at)
            {
                _span++;
                if (_span < state.Open.Count && state.Open[_span].NewDay)
                {
                    Arrive();
                    at = state.Open[_span].From;
                }
            }

            if (_span >= state.Open.Count)
                return double.PositiveInfinity;
            if (at >= state.Open[_span].From)
                return at;
            // Free before the doors open.
            _free.Replace(state.Open[_span].From + Pickup());
        }

        return double.PositiveInfinity;
    }

    // At the next opening: as many as on one of the recent days, and nobody fewer than are already there.
    private void Arrive()
    {
        var present = state.Agents.Count(a => !a.Away);
        var crew = state.Crews.Count == 0 ? state.Agents.Count : state.Crews[_draws.Below(state.Crews.Count, Draw.Crew, _span)];
        crew = Math.Max(1, _span == 0 ? Math.Max(crew, present) : crew);
        _free.Clear();
        for (var i = 0; i < crew; i++)
            _free.Add(state.Open[_span].From + Pickup());
    }

    // Between the calls of a line that is not empty: some agent becomes free soon. Or nobody waits, and somebody is free at once.
    private double Own(double at, double pace)
    {
        if (at >= state.NotBefore)
            return at;
        var soonest = Pickup();
        if (_draws.Of(Draw.Own, 0) < 0.5)
        {
            soonest = double.PositiveInfinity;
            for (var i = 0; i < _free.Count; i++)
                soonest = Math.Min(soonest, _draws.Of(Draw.Own, i + 1) * pace * taken.One(_draws, Draw.Own, Draw.Member, ~i));
        }

        at = state.NotBefore + soonest;
        var open = state.Open.FirstOrDefault(s => s.To > at, new(double.PositiveInfinity, double.PositiveInfinity));
        return Math.Max(at, open.From);
    }

    private double Pickup() => pickups.One(_draws, Draw.Pickup, Draw.PickupMember, _pickups++);

    // Beta's and Gamma's means and deviations, of what was seen with Jeffreys' half.
    private double Leaving()
    {
        if (state.Leaving.Times == 0)
            return 0;
        var (a, n) = (state.Leaving.Times + 0.5, Math.Max(state.Leaving.Of, state.Leaving.Times) + 1);
        return Math.Clamp(a / n + Math.Sqrt(a * (n - a) / (n * n * (n + 1))) * _draws.Normal(Draw.LeaverShare, 0), 0, 0.9);
    }

    // Whose own time comes later, and those who will come and go first.
    private void Expect()
    {
        _later.Clear();
        _later.AddRange(state.Later);
        for (var kind = 0; kind < state.Overtaking.Count; kind++)
        {
            var (lately, within) = state.Overtaking[kind];
            var a = lately.Times + 0.5;
            var rate = lately.Times == 0 ? 0 : Math.Max(a / 4, a + Math.Sqrt(a) * _draws.Normal(Draw.OvertakerRate, kind)) / Math.Max(1, lately.Of);
            var at = 0.0;
            for (var i = 0; rate > 0 && i < Most && (at += _draws.Exponential(Draw.Overtaker, (kind * Most) + i) / rate) < within; i++)
                _later.Add(at);
        }

        _later.Sort();
    }
}
