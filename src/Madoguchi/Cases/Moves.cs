using Madoguchi.Cases.Timeline;

namespace Madoguchi.Cases;

/// <summary>What can move a case's status.</summary>
public enum Move { CustomerSpeaks, DeskTakesCall, DeskAnswers, DeskTakesBack, DeskProposes, CustomerConfirms, CustomerDenies, SilenceCloses, DeskFollowsUp, CustomerIsStuck, CustomerIsDone, DeskEnds }

/// <summary>The one table of who may move each status. The decisions on <see cref="Case"/> read it and add what a status alone cannot say.</summary>
public static class Moves
{
    /// <summary>Whose move it is; the desk's is made by an agent of the owner desk.</summary>
    public static Role By(Move move) => move switch
    {
        Move.CustomerSpeaks or Move.CustomerConfirms or Move.CustomerDenies or Move.CustomerIsStuck or Move.CustomerIsDone => Role.Customer,
        Move.DeskTakesCall or Move.DeskAnswers or Move.DeskTakesBack or Move.DeskProposes or Move.DeskFollowsUp or Move.DeskEnds => Role.Agent,
        Move.SilenceCloses => Role.System,
    };

    /// <summary>Where the move leads, or nothing where it is not allowed.</summary>
    public static Status? After(Status status, Move move) => (move, status) switch
    {
        // A case that nobody of us has touched stays new; any other word is ours to answer, and a closed window opens again for it.
        (Move.CustomerSpeaks, Status.New) => Status.New,
        (Move.CustomerSpeaks, _) => Status.WaitingForUs,

        // The customer's word by an agent's hand: somebody of us has touched it.
        (Move.DeskTakesCall, _) => Status.WaitingForUs,

        // A word takes back neither a proposal nor a closing.
        (Move.DeskAnswers, Status.New or Status.WaitingForUs or Status.WaitingForCustomer) => Status.WaitingForCustomer,
        (Move.DeskAnswers, _) => status,

        // The only answer is taken back: the customer waits for us again.
        (Move.DeskTakesBack, Status.WaitingForCustomer) => Status.WaitingForUs,
        (Move.DeskTakesBack, _) => null,

        (Move.DeskProposes, Status.Solved or Status.ClosedBySilence) => null,
        (Move.DeskProposes, _) => Status.Proposed,

        // Whatever the status: what is answered is the proposal.
        (Move.CustomerConfirms, _) => Status.Solved,
        (Move.CustomerDenies, _) => Status.WaitingForUs,

        (Move.SilenceCloses, Status.WaitingForCustomer or Status.Proposed) => Status.ClosedBySilence,
        (Move.SilenceCloses, _) => null,

        // A follow-up asks, whoever's turn it was; what silence has closed it only leaves a door to, and what is solved needs none.
        (Move.DeskFollowsUp, Status.Solved) => null,
        (Move.DeskFollowsUp, Status.Proposed or Status.ClosedBySilence) => status,
        (Move.DeskFollowsUp, _) => Status.WaitingForCustomer,

        // The answers to it: still stuck, or solved without us, or not needed any more. What it was stands in the entry.
        (Move.CustomerIsStuck, _) => Status.WaitingForUs,
        (Move.CustomerIsDone, _) => Status.Solved,

        // With a letter, to protect whoever answers: closed, and not said to be solved. The wire has one status for that; the case's step of care says which it was.
        (Move.DeskEnds, Status.Solved or Status.ClosedBySilence) => status,
        (Move.DeskEnds, _) => Status.ClosedBySilence,
    };
}
