using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Denying;

/// <summary>A question to the technical desk (技術窓口への確認): a handover with a question and a deadline, whose answer comes back to the asking desk and
/// has to reach the customer.</summary>
public sealed class Escalation
{
    public required Id<Escalation> Id { get; init; }
    public required Id<Case> CaseId { get; init; }

    /// <summary>The offer by which the case goes along.</summary>
    public required Id<Handover> HandoverId { get; init; }
    public required Id<Desk> FromDeskId { get; init; }
    public required Id<Desk> ToDeskId { get; init; }
    public required string Question { get; init; }
    public required Id<Agent> AskedBy { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public string? Answer { get; set; }

    /// <summary>What their own look came to, if they say.</summary>
    public Verdict? Verdict { get; set; }

    /// <summary>Where the answer stands on the timeline: what is said after it passes it on.</summary>
    public int? AnswerEntry { get; set; }
    public Id<Agent>? AnsweredBy { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>When the answer was passed on to the customer.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>When somebody was rung because the deadline had passed.</summary>
    public DateTimeOffset? RangAt { get; set; }

    /// <summary>Called back before it was answered.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Somebody still has to answer: the offer by which it went along waits, or was taken up.</summary>
    public bool IsOpen(Handover offer) => AnsweredAt is null && WithdrawnAt is null && offer.State is (HandoverState.Offered or HandoverState.Accepted);
}
