using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Reports.Counting;

/// <summary>A narrow row that reports add up: one entry of a timeline, and what has become of it. Desks by their slug, which never changes;
/// times in whole seconds since 1970, so that both engines cut them into days alike.</summary>
public abstract class Counted
{
    public required Id<Case> CaseId { get; init; }

    /// <summary>The entry that is counted.</summary>
    public required int Entry { get; init; }
    public required long Second { get; init; }
}

/// <summary>Somebody came to the window.</summary>
public sealed class CountedContact : Counted
{
    /// <summary>Where the story was told.</summary>
    public required string Desk { get; init; }
    public required string Channel { get; init; }

    /// <summary>As the case is described today: one that is described anew is counted anew.</summary>
    public string? Product { get; init; }
    public string? Problem { get; init; }

    /// <summary>Numbers and ids folded (<see cref="Incidents.Noticing.ErrorText"/>).</summary>
    public string? ErrorText { get; init; }

    /// <summary>Seconds until somebody of the house answered in words. Nothing for a call, and while nobody has.</summary>
    public int? FirstAnswer { get; init; }

    /// <summary>Seconds until the customer said that it is solved, and it stands. Nothing for a call on a case that was there already.</summary>
    public int? Solution { get; init; }

    public const string Web = "web";
    public const string Phone = "phone";
}

/// <summary>A case changed desks, or was meant to.</summary>
public sealed class CountedHandover : Counted
{
    public required string From { get; init; }
    public required string To { get; init; }
    public required Outcome Outcome { get; init; }

    /// <summary>It moved, and later came back to the desk that had given it away.</summary>
    public required bool CameBack { get; init; }
}

public enum Outcome { Waiting, Accepted, Returned, Withdrawn, TakenOver }

/// <summary>Something that somebody of the house did, or nearly did.</summary>
public sealed class CountedAct : Counted
{
    /// <summary>One entry may be several acts: the first answer of a case is an answer too, a reply may be held back for two phrases.</summary>
    public required int Nth { get; init; }
    public required ActKind Kind { get; init; }

    /// <summary>Which owned the case at that time; of a handover, the one whose act it was.</summary>
    public required string Desk { get; init; }
    public Guid? AgentId { get; init; }

    /// <summary>The fact that was asked for, the phrase that was noticed, the score that was given.</summary>
    public string? Words { get; init; }
}

public enum ActKind { Answer, FirstAnswer, Solved, Offered, Returned, Accepted, TakenOver, Call, Asked, AskedAgain, HeldBack, SentAnyway, HeldForProof, DeclinedWithProof, NotADenial, FollowedUp, Withdrawn, Thanked }

/// <summary>A contact broke off midway.</summary>
public sealed class CountedBreak : Counted
{
    public required string Desk { get; init; }

    /// <summary>How it broke off, as on the timeline.</summary>
    public required string How { get; init; }
    public required bool FollowedUp { get; init; }

    /// <summary>Until the next break, or now.</summary>
    public required Ending Ending { get; init; }

    /// <summary>In the end the customer said that it is solved, and it stands.</summary>
    public required bool Solved { get; init; }
}

/// <summary>What came of a contact that broke off: nothing was heard; a word or a call came; or one of the three taps, the last one.</summary>
public enum Ending { Silent, Back, Stuck, SolvedMyself, NoLongerNeeded }
