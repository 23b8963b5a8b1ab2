using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

/// <summary>Why an agent may not act: the case is with another desk now. Who reads it may still write a note.</summary>
public enum DeskRefusal { WithAnotherDesk }

public sealed partial class Case
{
    /// <summary>A customer's word is always heard, and a closed window opens again for it.</summary>
    public IReadOnlyList<Happening> Hear(Happening word, DateTimeOffset now)
    {
        var reopened = IsClosed;
        if (Status is not Status.New)
            Status = Status.WaitingForUs;
        CustomerWaitingSince ??= now;
        WaitingForCustomerSince = null;
        ClosedAt = null;
        return reopened ? [new Reopened(), word] : [word];
    }

    /// <summary>The desk's word. Who answers first is in charge; a proposed or closed case stays what it is.</summary>
    public Result<Happening, DeskRefusal> Answer(Happening word, CurrentAgent agent, DateTimeOffset now)
    {
        if (!agent.WorksAt(DeskId))
            return DeskRefusal.WithAnotherDesk;

        if (agent != CurrentAgent.Bootstrap)
            AgentId ??= agent.Id;
        CustomerWaitingSince = null;
        if (Status is Status.New or Status.WaitingForUs or Status.WaitingForCustomer)
        {
            Status = Status.WaitingForCustomer;
            WaitingForCustomerSince = now;
        }

        return word;
    }
}
