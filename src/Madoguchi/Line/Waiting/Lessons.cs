namespace Madoguchi.Line.Waiting;

/// <summary>What the recent tickets of a desk say about its pace. Pure.</summary>
public static class Lessons
{
    /// <summary>Between two calls with people waiting, a longer pause is a break, not a part of serving.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long a ticket keeps an agent, the newest first: from one call to the next one while somebody was waiting. That has the notes after the talk in it, and an agent with three chats at
    /// once is three times as fast. Where nobody was waiting, from the call to the end.
    /// </summary>
    public static IReadOnlyList<double> Taken(IReadOnlyList<LivedTicket> lived)
    {
        var taken = new List<(DateTimeOffset Called, double Seconds)>();
        foreach (var agent in lived.Where(t => t.Called is not null).GroupBy(t => t.Agent))
        {
            var turns = agent.OrderBy(t => t.Called).ToList();
            for (var i = 0; i < turns.Count; i++)
                if (Kept(turns[i], i + 1 < turns.Count ? turns[i + 1] : null) is { } kept)
                    taken.Add((turns[i].Called!.Value, kept.TotalSeconds));
        }

        return [.. taken.OrderByDescending(t => t.Called).Select(t => t.Seconds)];
    }

    /// <summary>How long somebody waited whom an agent with nothing to do could have called at once.</summary>
    public static IReadOnlyList<double> Pickups(IReadOnlyList<LivedTicket> lived)
    {
        var byJoining = lived.Where(t => t is { First: not null, Chosen: false }).OrderBy(t => t.Joined).ToList();
        var pickups = new List<double>();
        var lineUntil = DateTimeOffset.MinValue;
        foreach (var ticket in byJoining)
        {
            var first = ticket.First!.Value;
            if (ticket.Joined >= lineUntil && first - ticket.Joined < Pause && WasFree(ticket, lived))
                pickups.Add((first - ticket.Joined).TotalSeconds);
            lineUntil = lineUntil > first ? lineUntil : first;
        }

        pickups.Reverse();
        return pickups;
    }

    /// <summary>How many different agents served on each day before this one, the newest days first.</summary>
    public static IReadOnlyList<int> Crews(IReadOnlyList<LivedTicket> lived, Func<DateTimeOffset, DateOnly> dayOf, DateOnly today) =>
        [.. lived.Where(t => t.Called is not null).GroupBy(t => dayOf(t.Called!.Value), t => t.Agent).Where(d => d.Key < today).OrderByDescending(d => d.Key).Select(d => d.Distinct().Count()).Take(10)];

    /// <summary>Left before they were called, of all that ended.</summary>
    public static Seen Leaving(IReadOnlyList<LivedTicket> lived)
    {
        var ended = lived.Count(t => t.Ended is not null);
        return new(lived.Count(t => t is { Ended: not null, First: null }), ended);
    }

    /// <summary>Who may still pass a ticket that joined then with this head start, and for how long.</summary>
    public static IReadOnlyList<Overtakers> Overtaking(IReadOnlyList<LivedTicket> lived, DateTimeOffset rank, DateTimeOffset now, Func<DateTimeOffset, DateOnly> dayOf)
    {
        // As many hours as people came: nobody comes at night, and nights would make the day look quiet.
        var hours = lived.GroupBy(t => dayOf(t.Joined)).Sum(d => Math.Max(3_600, (d.Max(t => t.Joined) - d.Min(t => t.Joined)).TotalSeconds));
        return [.. lived.GroupBy(t => t.HeadStart).Select(g => new Overtakers(new(g.Count(), hours), (rank + g.Key - now).TotalSeconds)).Where(o => o.Within > 0)];
    }

    // Still serving: not known yet, unless they called the next one meanwhile.
    private static TimeSpan? Kept(LivedTicket turn, LivedTicket? next)
    {
        var called = turn.Called!.Value;
        if (next?.Called is not { } then)
            return turn.Ended - called;
        if (turn.Ended is not { } ended)
            return then - called;
        var wasWaiting = next.Joined <= ended && then - ended <= Pause;
        return then <= ended || wasWaiting ? then - called : ended - called;
    }

    private static bool WasFree(LivedTicket ticket, IReadOnlyList<LivedTicket> lived)
    {
        var (isBusy, wasHere) = (false, false);
        foreach (var other in lived)
            if (!ReferenceEquals(other, ticket) && other.Agent == ticket.Agent && other.Called <= ticket.Joined)
            {
                isBusy |= other.Ended is null || other.Ended > ticket.Joined;
                wasHere |= ticket.Joined - other.Ended < Pause;
            }

        return wasHere && !isBusy;
    }
}
