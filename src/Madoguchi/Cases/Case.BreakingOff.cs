using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

/// <summary>Why a follow-up was not sent.</summary>
public enum FollowUpRefusal { Unknown, WithAnotherDesk, SendsAway, NeedsFinding, UnknownProof, NeedsApproval, Closed, FollowedUp }

/// <summary>Why a tap was not taken.</summary>
public enum FollowUpAnswerRefusal { Unknown, NothingAsked }

/// <summary>Why a case stays on the list of those who broke off.</summary>
public enum LetBeRefusal { Unknown, WithAnotherDesk, NothingBroken }

public sealed partial class Case
{
    /// <summary>The contact has broken off midway; one break at a time.</summary>
    public Happening? BreakOff(Break found)
    {
        if (BreakId is not null || Status is Status.Solved)
            return null;
        BreakId = found.Id;
        return new BrokeOff(found.How, found.Since);
    }

    /// <summary>A kind word to who broke off. Once a break: asking again and again would be nagging. It gives the customer the desk's time anew.</summary>
    public Result<Happening, FollowUpRefusal> FollowUp(Break broken, string text, CurrentAgent agent, DateTimeOffset now)
    {
        if (!agent.WorksAt(DeskId))
            return FollowUpRefusal.WithAnotherDesk;
        if (broken.FollowedUpAt is not null)
            return FollowUpRefusal.FollowedUp;
        if (!Go(Move.DeskFollowsUp, now))
            return FollowUpRefusal.Closed;

        TakeCharge(agent);
        (broken.FollowedUpAt, broken.FollowedUpBy) = (now, agent.Id);
        return new FollowedUp(text);
    }

    /// <summary>One of the three taps. Still stuck: it waits for us where it stood in the line, with the same agent as long as they are there.
    /// The same tap again changes nothing.</summary>
    /// <param name="broken">The break that was followed up last.</param>
    /// <param name="agentIsThere">Whoever is in charge still sits at the desk.</param>
    public Result<IReadOnlyList<Happening>, FollowUpAnswerRefusal> AnswerFollowUp(Break broken, FollowUpAnswer answer, string? how, bool agentIsThere, DateTimeOffset now)
    {
        var end = EndOf(answer);
        if (broken.End == end)
            return Array.Empty<Happening>();
        if (BreakId != broken.Id || broken.FollowedUpAt is null)
            return FollowUpAnswerRefusal.NothingAsked;

        var reopened = IsClosed && answer is FollowUpAnswer.Stuck;
        Go(answer is FollowUpAnswer.Stuck ? Move.CustomerIsStuck : Move.CustomerIsDone, now);
        if (answer is FollowUpAnswer.Stuck)
        {
            CustomerWaitingSince = broken.PlaceSince;
            AgentId = agentIsThere ? AgentId : null;
            Proposal = Proposal is null ? null : Cases.Proposal.Denied;
        }
        else
            Proposal = null;
        (broken.End, broken.EndedAt, broken.Solved) = (end, now, answer is FollowUpAnswer.SolvedMyself ? how : null);
        var answered = new FollowUpAnswered(answer, how);
        return reopened ? new Happening[] { new Reopened(), answered } : [answered];
    }

    /// <summary>No follow-up is needed, and the desk says why. The same break is not found again.</summary>
    public Result<Happening, LetBeRefusal> LetBe(Break? broken, string reason, CurrentAgent agent, DateTimeOffset now)
    {
        if (!agent.WorksAt(DeskId))
            return LetBeRefusal.WithAnotherDesk;
        if (broken is null || BreakId != broken.Id)
            return LetBeRefusal.NothingBroken;
        BreakId = null;
        (broken.End, broken.EndedAt) = (BreakEnd.LetBe, now);
        return new LetBe(reason);
    }

    /// <summary>The customer's link opens nothing any more, and they have not come back.</summary>
    public void GiveUp(Break broken, DateTimeOffset now)
    {
        if (BreakId != broken.Id || IsOpenToCustomer(now))
            return;
        BreakId = null;
        (broken.End, broken.EndedAt) = (BreakEnd.Lost, now);
    }

    private static BreakEnd EndOf(FollowUpAnswer answer) => answer switch
    {
        FollowUpAnswer.Stuck => BreakEnd.Stuck,
        FollowUpAnswer.SolvedMyself => BreakEnd.SolvedMyself,
        FollowUpAnswer.NoLongerNeeded => BreakEnd.NoLongerNeeded,
    };
}
