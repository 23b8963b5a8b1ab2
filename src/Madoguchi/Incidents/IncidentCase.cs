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

    /// <summary>When they last said that it does not work, also when they have said yes since.</summary>
    public DateTimeOffset? SaidNoAt { get; set; }

    /// <summary>The incident that brought it along when the two became one.</summary>
    public Id<Incident>? MergedFrom { get; set; }

    /// <summary>It goes on here, with what was asked and answered there.</summary>
    public void Continue(IncidentCase there, Id<Incident>? from) => (RemovedAt, MergedFrom, AskedAt, WorksAgain, AnsweredAt, SaidNoAt) = (null, from, there.AskedAt, there.WorksAgain, there.AnsweredAt, there.SaidNoAt);
}
