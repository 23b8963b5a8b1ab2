using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

public enum HandoverState { Offered, Accepted, Returned, Withdrawn }

/// <summary>A case offered to another desk (引き継ぎ). Until somebody accepts, the giver stays responsible.</summary>
public sealed class Handover
{
    public required Id<Handover> Id { get; init; }
    public required Id<Case> CaseId { get; init; }
    public required Id<Desk> FromDeskId { get; init; }
    public required Id<Desk> ToDeskId { get; init; }
    public required Id<Agent> OfferedBy { get; init; }
    public required string Reason { get; init; }

    /// <summary>The brief as composed at the offer, JSON.</summary>
    public required string Brief { get; init; }

    /// <summary>The language that goes on, when it is not the customer's own.</summary>
    public string? NewLanguage { get; init; }

    /// <summary>The customer would rather wait for their own language: shown to who may accept.</summary>
    public bool CustomerWaitsForOwnLanguage { get; set; }
    public required DateTimeOffset OfferedAt { get; init; }
    public HandoverState State { get; set; }
    public Id<Agent>? AnsweredBy { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public string? Answer { get; set; }
    public DateTimeOffset? RangAt { get; set; }
}
