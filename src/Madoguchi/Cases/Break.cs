using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

/// <summary>How a contact broke off midway: also out of the line, by their own wish or away at their turn, or not reached by telephone.</summary>
public enum BreakKind { Silence, ChatClosed, AfterRefusal, AfterOffer, Agent, LeftLine, AwayAtTurn, NotReached }

/// <summary>What came of it: they were heard of again, or answered one of the three taps, or the desk let it be with a reason, or they never came back while their link opened.</summary>
public enum BreakEnd { Back, Stuck, SolvedMyself, NoLongerNeeded, LetBe, Lost }

/// <summary>The three taps under a follow-up.</summary>
public enum FollowUpAnswer { Stuck, SolvedMyself, NoLongerNeeded }

/// <summary>A contact that broke off midway (途切れた用件): one row a break. The case points to it until the customer is heard of again.</summary>
public sealed class Break
{
    public required Id<Break> Id { get; init; }
    public required Id<Case> CaseId { get; init; }
    public required BreakKind How { get; init; }

    /// <summary>Since when nothing was heard, or nobody was there.</summary>
    public required DateTimeOffset Since { get; init; }
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>Where they stood in the line: who is still stuck goes on from there.</summary>
    public required DateTimeOffset PlaceSince { get; init; }

    /// <summary>The entry that says so. What the customer says after it ends the break.</summary>
    public int Entry { get; set; }
    public DateTimeOffset? FollowedUpAt { get; set; }
    public Id<Agent>? FollowedUpBy { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public BreakEnd? End { get; set; }

    /// <summary>How they solved it themselves, in their words.</summary>
    public string? Solved { get; set; }
}
