using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Care.Supervising;

/// <summary>"I want a supervisor": a promise with a time, and a promise made is a promise watched.</summary>
public sealed class SupervisorWish
{
    public required Id<SupervisorWish> Id { get; init; }
    public required Id<Case> CaseId { get; init; }
    public required Id<Desk> DeskId { get; init; }

    /// <summary>Its place on the timeline: what a supervisor says after it keeps it.</summary>
    public required int Entry { get; init; }

    /// <summary>They asked by themselves; else an agent noted it.</summary>
    public required bool ByCustomer { get; init; }
    public string? ByName { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public DateTimeOffset? KeptAt { get; set; }
    public Id<Agent>? KeptById { get; set; }
    public string? KeptByName { get; set; }

    /// <summary>No longer needed, the customer says.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>When the supervisors were rung again because the time had passed.</summary>
    public DateTimeOffset? RangAt { get; set; }

    public bool IsOpen => KeptAt is null && WithdrawnAt is null;
}
