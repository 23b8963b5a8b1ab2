namespace Madoguchi.Line.Waiting;

/// <summary>A desk's line at a moment, and what became of the tickets before it.</summary>
/// <param name="Active">Everybody in the line, those being served included.</param>
/// <param name="Ended">The newest ones that are served or have left.</param>
/// <param name="OnDuty">Who is there, and whether on a break. Who takes tickets without saying so is there all the same.</param>
/// <param name="Open">When the desk is open from then on, in seconds.</param>
public sealed record LineNow(
    DateTimeOffset Now, IReadOnlyList<Ticket> Active, IReadOnlyList<LivedTicket> Ended, IReadOnlyDictionary<Guid, bool> OnDuty, IReadOnlyList<OpenStretch> Open, Func<DateTimeOffset, DateOnly> DayOf)
{
    private readonly IReadOnlyList<LivedTicket> _lived = [.. Ended, .. Active.Select(Lived)];

    public WaitRange? For(Ticket ticket) => State(ticket) is { } state ? WaitEstimate.Of(state) : null;

    /// <summary>Nothing for who is not waiting: called already, away, or out of it.</summary>
    public WaitState? State(Ticket ticket)
    {
        if (ticket.State is not TicketState.Waiting && !(ticket.State is TicketState.Held && ticket.Through is Through.Call))
            return null;
        var before = Active.Where(t => t.Rank < ticket.Rank || (t.Rank == ticket.Rank && t.Seq < ticket.Seq)).ToList();
        var ahead = before.Count(t => t.IsRipe(Now));
        return new(ahead, Agents(ahead > 0), Lessons.Taken(_lived), Open)
        {
            Pickups = Lessons.Pickups(_lived),
            Crews = Lessons.Crews(_lived, DayOf, DayOf(Now)),
            Later = [.. before.Where(t => !t.IsRipe(Now)).Select(Due).OfType<DateTimeOffset>().Select(d => (d - Now).TotalSeconds)],
            NotBefore = Math.Max(0, ((Due(ticket) ?? Now) - Now).TotalSeconds),
            Overtaking = Lessons.Overtaking(_lived, ticket.Rank, Now, DayOf),
            Leaving = Lessons.Leaving(Ended),
        };
    }

    public static LivedTicket Lived(Ticket ticket) => new(ticket.AgentId?.Value, ticket.JoinedAt, ticket.Rank, ticket.FirstCalledAt, ticket.CalledAt, ticket.EndedAt, ticket.NotBefore is not null);

    // Who is away comes back or does not: nobody is expected to.
    private static DateTimeOffset? Due(Ticket ticket) => ticket.State switch
    {
        TicketState.Waiting => ticket.NotBefore,
        TicketState.Held when ticket.Through is Through.Call => ticket.HeldUntil,
        _ => null,
    };

    private List<AgentNow> Agents(bool somebodyWaits)
    {
        var serving = Active.Where(t => t.State is TicketState.Called or TicketState.Serving).Select(t => t.AgentId?.Value).ToHashSet();
        var last = _lived.Where(t => t.Called is not null).GroupBy(t => t.Agent).Select(g => g.MaxBy(t => t.Called)!).ToList();
        var agents = new List<AgentNow>();
        foreach (var turn in last)
        {
            var isServing = serving.Contains(turn.Agent);
            var isRecent = isServing || Now - (turn.Ended ?? turn.Called) < Lessons.Pause;
            var isAway = false;
            // Where nobody says whether they are there, who took a ticket today is.
            var isOnDuty = OnDuty.Count == 0 ? DayOf(turn.Called!.Value) == DayOf(Now) : OnDuty.TryGetValue(turn.Agent ?? Guid.Empty, out isAway);
            if (isOnDuty || isRecent)
                agents.Add(new(isServing || (isRecent && somebodyWaits) ? Math.Max(0, (Now - turn.Called!.Value).TotalSeconds) : null, isAway && !isServing));
        }

        // Nobody has taken a ticket yet: whoever is there may begin.
        return agents.Count > 0 ? agents : [.. OnDuty.Where(_ => last.Count == 0).Select(a => new AgentNow(null, a.Value))];
    }
}
