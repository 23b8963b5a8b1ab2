using Madoguchi.BrokenOff;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Guides.Walking;
using Madoguchi.Inbox.Lining;
using Madoguchi.Inbox.Withdrawing;
using Madoguchi.Line;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Working;

/// <summary>What the whole page shows.</summary>
public sealed record WorkspaceView(CurrentAgent Me, IReadOnlyList<Desk> MyDesks, Queue Queue, Counts Counts, CaseList Rows, OpenCase? Open, string? Tag = null, BrokenOffList? Broken = null, IReadOnlyList<InLine>? Line = null)
{
    /// <summary>What I chose; whoever comes for the first time is there to work.</summary>
    public DutyState Duty { get; init; } = DutyState.Available;

    /// <summary>The turn that I am offered just now.</summary>
    public Line.Offering.OfferedTurn? Asked { get; init; }

    /// <summary>The break that is suggested to me just now.</summary>
    public Care.Straining.BreakAdvice? Advice { get; init; }
}

/// <param name="Entries">Drawn already, oldest first.</param>
/// <param name="EarlierThan">There is more before this entry.</param>
/// <param name="MayAnswer">The viewer's desk owns the case; otherwise they read and note.</param>
public sealed record OpenCase(
    Case Case, Customer Customer, Desk Desk, string? AgentName, IReadOnlyList<string> Entries, int? EarlierThan, bool MayAnswer, PendingOffer? Pending,
    IReadOnlyList<ToldFact> Facts, IReadOnlyList<EarlierCase> Earlier, string? ReplyDraft, string? NoteDraft, int SeenByCustomer, string Key)
{
    /// <summary>How the contact has broken off midway, if it has.</summary>
    public BrokenOffCase? Broken { get; init; }

    /// <summary>The place in line, if there is one.</summary>
    public Ticket? InLine { get; init; }

    /// <summary>Served by the viewer last: for a while that can be taken back.</summary>
    public ServedTurn? Served { get; init; }

    /// <summary>A colleague was faster, and the reply was not sent.</summary>
    public Entry? Answered { get; init; }

    /// <summary>The guide that is being walked with the customer.</summary>
    public WalkNow? Walk { get; init; }

    /// <summary>What was tried on walks, by the entries that tell it.</summary>
    public IReadOnlyDictionary<int, TriedWay> Tried { get; init; } = new Dictionary<int, TriedWay>();

    public Undo? Undo { get; init; }

    /// <summary>Replies that wait for a second person.</summary>
    public IReadOnlyList<Cases.Approving.AwaitingReply> Awaiting { get; init; } = [];

    public Proving.CaseProof Proof { get; init; } = Proving.CaseProof.None;

    public Heeding.CaseHeed Heed { get; init; } = Heeding.CaseHeed.None;

    /// <summary>Why the reply was not sent just now.</summary>
    public HeldBack? Held { get; init; }

    public bool NeedsReason { get; init; }

    /// <summary>The reply says no and was not sent just now: nobody had looked.</summary>
    public HoldingBack.ProofNeeded? Needed { get; init; }

    /// <summary>At the reception: the desk that fits, and why.</summary>
    public Placement? Fitting { get; init; }
}

/// <param name="MayAnswer">The viewer is at the desk that it is offered to.</param>
/// <param name="MayWithdraw">The viewer is at the desk that offered it.</param>
public sealed record PendingOffer(Handover Offer, Desk From, Desk To, bool MayAnswer, bool MayWithdraw);

/// <param name="Desk">Where it was told.</param>
public sealed record ToldFact(Fact Fact, Desk Desk);

public sealed record EarlierCase(Id<Case> Id, string Subject, Status Status, DateTimeOffset At);
