using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Incidents;

/// <summary>How a case came to an incident.</summary>
public enum Collected { Proposed, Fitted, Added }

/// <summary>A case that an incident has collected: a case belongs to one open incident at most.</summary>
public sealed class IncidentCase
{
    public required Id<Incident> IncidentId { get; init; }
    public required Id<Case> CaseId { get; init; }
    public required Collected How { get; set; }
    public required DateTimeOffset At { get; set; }

    /// <summary>Somebody saw that it does not belong here; it is not collected again.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Asked whether it works again, and what was said.</summary>
    public DateTimeOffset? AskedAt { get; set; }
    public bool? WorksAgain { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
}
