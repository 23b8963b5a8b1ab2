using Madoguchi.Cases.Contacting;
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
        if (IsUntold && word is MessageSaid said)
            Subject = Contact.SubjectOf(said.Text);
        var reopened = IsClosed;
        if (reopened)
            Proposal = null;
        var woke = Wake(Woke.ByCustomer);
        Go(Move.CustomerSpeaks, now);
        return reopened ? [new Reopened(), word] : woke is not null ? [woke, word] : [word]; // what is closed is not laid aside
    }

    /// <summary>The desk's word. Who answers first is in charge; a proposed or closed case stays what it is.</summary>
    public Result<Happening, DeskRefusal> Answer(Happening word, CurrentAgent agent, DateTimeOffset now)
    {
        if (!IsAnsweredBy(agent))
            return DeskRefusal.WithAnotherDesk;

        TakeCharge(agent);
        if (Status is not Status.Proposed)
            Proposal = null; // the talk went on
        Go(Move.DeskAnswers, now);
        return word;
    }

    private void TakeCharge(CurrentAgent agent)
    {
        if (agent != CurrentAgent.Bootstrap)
            AgentId ??= agent.Id;
    }

    // Whom the case waits for, and since when, follows from where it goes.
    private bool Go(Move move, DateTimeOffset now)
    {
        if (Moves.After(Status, move) is not { } next)
            return false;
        Status = next;
        CustomerWaitingSince = next is Status.New or Status.WaitingForUs ? CustomerWaitingSince ?? now : null;
        WaitingForCustomerSince = next is Status.WaitingForCustomer or Status.Proposed ? now : null;
        ClosedAt = IsClosed ? ClosedAt ?? now : null;
        if (IsClosed || Moves.By(move) is Role.Customer)
            Wake(Woke.ByCustomer); // the entry of the move itself says so
        return true;
    }
}
