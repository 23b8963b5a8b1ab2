using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Line;

public sealed partial class Ticket
{
    /// <summary>While their call rings, nobody calls them back.</summary>
    public void WaitUntilRung(DateTimeOffset until) => NotBefore = until;

    /// <summary>They have called and nobody answered: what was a pause before our next try is over.</summary>
    /// <param name="tookPlace">They are in line by this very call.</param>
    public Happening? MissUs(bool tookPlace)
    {
        if (tookPlace)
            NotBefore = null;
        if (State is not TicketState.Held || Through is not Through.Call)
            return null;
        (State, HeldUntil, Attempts) = (TicketState.Waiting, null, 0); // they are there: we begin anew
        return new LineReturned(Id.Value, Number);
    }

    /// <summary>They have called and somebody answered: it is their turn now.</summary>
    /// <param name="who">Who answered, when the telephone system has told.</param>
    public void GetThrough(DateTimeOffset now, Id<Agent>? who = null)
    {
        if (!IsActive)
            return;
        AgentId = who ?? AgentId;
        (State, HeldUntil, CalledAt) = (TicketState.Serving, null, now);
        FirstCalledAt ??= now;
    }

    /// <summary>What they told on the telephone was written down: nothing is left to wait for.</summary>
    public Happening? TalkedWith(CurrentAgent agent, DateTimeOffset now)
    {
        if (!IsActive)
            return null;
        AgentId = agent.IsBootstrap ? AgentId : agent.Id;
        CalledAt ??= now;
        FirstCalledAt ??= now;
        End(TicketState.Served, now);
        return new LineServed(Id.Value, Number);
    }
}
