using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Line;

public enum TicketState { Waiting, Called, Held, Serving, Served, Left }

/// <summary>How the customer wants to be reached when their turn comes.</summary>
public enum Through { Chat, Call }

/// <summary>A customer's place in a desk's line (整理券). It changes only while its line is locked.</summary>
public sealed partial class Ticket
{
    public required Id<Ticket> Id { get; init; }
    public required Id<Desk> DeskId { get; set; }
    public required Id<Case> CaseId { get; init; }

    /// <summary>As it is shown and called out: 1 to 999, begun anew on a day on which nobody waits.</summary>
    public required int Number { get; set; }
    public required Through Through { get; set; }

    /// <summary>Whom we call back at.</summary>
    public string? Phone { get; set; }

    /// <summary>What the customer is spoken to in, BCP 47.</summary>
    public required string Language { get; set; }
    public TicketState State { get; set; } = TicketState.Waiting;
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>By this the line is ordered: the time of joining, less the head start of what is urgent. It never changes by waiting, being away or being called in vain.</summary>
    public required DateTimeOffset Rank { get; set; }

    /// <summary>What was thought to be mended is not: they come before everybody.</summary>
    public bool IsFirst { get; set; }

    /// <summary>Who joined first, where the clock cannot tell.</summary>
    public required long Seq { get; set; }

    /// <summary>Not called before then: a chosen window, or the pause before we try again.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>The end of the chosen window: a promise.</summary>
    public DateTimeOffset? NotAfter { get; set; }

    /// <summary>The wait as it was shown on joining, in seconds: in 90 of 100 cases the turn comes in between. Nothing when it was not known.</summary>
    public int? Low { get; set; }
    public int? High { get; set; }

    /// <summary>Who serves, or has served.</summary>
    public Id<Agent>? AgentId { get; set; }

    /// <summary>When the turn came, for the first time.</summary>
    public DateTimeOffset? FirstCalledAt { get; set; }

    /// <summary>When the turn came, for the last time.</summary>
    public DateTimeOffset? CalledAt { get; set; }

    /// <summary>How often we have tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Away when the turn came: the front is kept until then; or when we call again.</summary>
    public DateTimeOffset? HeldUntil { get; set; }

    /// <summary>Since when they are away, or were not reached.</summary>
    public DateTimeOffset? HeldAt { get; set; }

    /// <summary>The agent who is asked whether they take this turn, and until when.</summary>
    public Id<Agent>? OfferedTo { get; set; }
    public DateTimeOffset? OfferedUntil { get; set; }

    /// <summary>Who was asked and did not take it, the latest last.</summary>
    public List<Guid> PassedBy { get => field ?? []; set; } = [];
    public DateTimeOffset? PassedAt { get; set; }

    /// <summary>Served, or out of the line.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public static readonly IReadOnlyList<TicketState> ActiveStates = [TicketState.Waiting, TicketState.Called, TicketState.Held, TicketState.Serving];

    public bool IsActive => State is not (TicketState.Served or TicketState.Left);

    /// <summary>Whether it may be called now.</summary>
    public bool IsRipe(DateTimeOffset now) => State switch
    {
        TicketState.Waiting => NotBefore is not { } from || from <= now,
        TicketState.Held => Through is Through.Call && HeldUntil <= now,
        _ => false,
    };
}
