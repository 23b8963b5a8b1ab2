using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Denying;

/// <summary>A check that the customer was promised: what is looked at, and by when they hear of it.</summary>
public sealed class CheckPromise
{
    public required Id<CheckPromise> Id { get; init; }
    public required Id<Case> CaseId { get; init; }
    public required Id<Desk> DeskId { get; init; }

    /// <summary>Its place on the timeline: what is shown or said after it keeps it.</summary>
    public required int Entry { get; init; }
    public required string What { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required Id<Agent> ById { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>When the customer heard of it again.</summary>
    public DateTimeOffset? KeptAt { get; set; }

    /// <summary>When somebody was rung because the time had passed.</summary>
    public DateTimeOffset? RangAt { get; set; }
}
