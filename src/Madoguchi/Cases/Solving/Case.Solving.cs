using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

public enum ProposeRefusal { WithAnotherDesk, Closed }

public enum AnswerRefusal { NothingProposed }

public sealed partial class Case
{
    /// <summary>The desk thinks that it is settled; whether it is, the customer says. A new proposal takes the place of an open one.</summary>
    public Result<Happening, ProposeRefusal> Propose(string outcome, CurrentAgent agent, DateTimeOffset now)
    {
        if (!IsAnsweredBy(agent))
            return ProposeRefusal.WithAnotherDesk;
        if (!Go(Move.DeskProposes, now))
            return ProposeRefusal.Closed;

        TakeCharge(agent);
        Proposal = Cases.Proposal.Open;
        return new SolutionProposed(outcome);
    }

    /// <summary>The customer's tap. The same answer again changes nothing; a "no" after a "yes" opens the case again. An open proposal can be
    /// answered also when words were said after it, or silence has closed the case.</summary>
    public Result<IReadOnlyList<Happening>, AnswerRefusal> AnswerProposal(bool solved, DateTimeOffset now)
    {
        if (Proposal == (solved ? Cases.Proposal.Confirmed : Cases.Proposal.Denied))
            return Array.Empty<Happening>();
        if (Proposal is not Cases.Proposal.Open && (solved || Proposal is not Cases.Proposal.Confirmed))
            return AnswerRefusal.NothingProposed;

        var reopened = IsClosed && !solved;
        Proposal = solved ? Cases.Proposal.Confirmed : Cases.Proposal.Denied;
        Go(solved ? Move.CustomerConfirms : Move.CustomerDenies, now);
        return reopened ? new Happening[] { new Reopened(), new SolutionAnswered(solved) } : [new SolutionAnswered(solved)];
    }

    /// <summary>Whoever has waited long enough for the customer closes the window. Not while another desk thinks about an offer: then it
    /// is not the customer who is waited for; nor while it is laid aside: we ourselves said when we would look again.</summary>
    public Happening? CloseBySilence(TimeSpan silence, DateTimeOffset now) =>
        PendingHandoverId is null && SnoozedUntil is null && WaitingForCustomerSince is { } since && since + silence <= now && Go(Move.SilenceCloses, now) ? new ClosedBySilence() : null;
}
