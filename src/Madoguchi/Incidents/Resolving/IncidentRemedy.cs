using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Remedies;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Resolving;

/// <summary>Asked: above the asker's limit, a second person decides, once for all.</summary>
public enum RemedyState { Granting, Asked, Declined, CalledOff }

public enum SecondWordRefusal { Unknown, ForSupervisors, OwnRequest, AboveLimit, Answered }

/// <summary>One remedy for everybody an incident has hit: decided once, granted to each of them once.</summary>
public sealed class IncidentRemedy
{
    public required Id<IncidentRemedy> Id { get; init; }
    public required Id<Incident> IncidentId { get; init; }

    /// <summary>The resolution that it goes along with.</summary>
    public Id<IncidentUpdate>? UpdateId { get; init; }

    /// <summary>The slug.</summary>
    public required string Remedy { get; init; }
    public long? Amount { get; init; }

    /// <summary>For the house.</summary>
    public required string Reason { get; init; }
    public RemedyState State { get; set; }
    public required Id<Agent> ById { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public Id<Agent>? SecondId { get; private set; }
    public string? SecondName { get; private set; }
    public DateTimeOffset? SecondAt { get; private set; }
    public string? Words { get; private set; }

    /// <summary>Since when it is being granted.</summary>
    public DateTimeOffset? BegunAt { get; set; }

    /// <summary>The role's limit holds for each single grant, and one second person decides on all of them.</summary>
    public static IncidentRemedy Of(Id<IncidentRemedy> id, Incident incident, Remedy remedy, long? amount, string reason, CurrentAgent by, DateTimeOffset due, DateTimeOffset now, Id<IncidentUpdate>? along = null) => new()
    {
        Id = id, IncidentId = incident.Id, UpdateId = along, Remedy = remedy.Slug, Amount = amount, Reason = reason, ById = by.Id, ByName = by.Name, At = now, DueAt = due,
        State = remedy.IsWithin(by.Role, amount) ? RemedyState.Granting : RemedyState.Asked,
    };

    /// <summary>The second person's word for all of them.</summary>
    public SecondWordRefusal? Answer(Remedy remedy, bool approve, string? words, CurrentAgent by, DateTimeOffset now)
    {
        if (State is not RemedyState.Asked)
            return SecondWordRefusal.Answered;
        if (by.Id == ById)
            return SecondWordRefusal.OwnRequest;
        if (!by.SeesAll)
            return SecondWordRefusal.ForSupervisors;
        if (approve && !remedy.IsSeconded(by.Role, Amount))
            return SecondWordRefusal.AboveLimit;
        (State, SecondId, SecondName, SecondAt, Words) = (approve ? RemedyState.Granting : RemedyState.Declined, by.Id, by.Name, now, words);
        return null;
    }

    /// <summary>As they were when they decided it; the limits have been looked at.</summary>
    public CurrentAgent By => ById == CurrentAgent.Bootstrap.Id ? CurrentAgent.Bootstrap : new(ById, ByName, ByName, AgentRole.Supervisor, [], []);

    public CurrentAgent? Second => SecondId is { } id && SecondName is { } name ? new(id, name, name, AgentRole.Supervisor, [], []) : null;
}

public enum GrantedState
{
    Waiting,
    Granted,

    /// <summary>Had it already, by another hand.</summary>
    Had,
    NotGranted,
}

/// <summary>One customer's share: once for each remedy of an incident, in one of their cases.</summary>
public sealed class IncidentGrant
{
    public required Id<Incident> IncidentId { get; init; }
    public required string Remedy { get; init; }
    public required Id<Customer> CustomerId { get; init; }
    public required Id<IncidentRemedy> RemedyId { get; init; }
    public required Id<Case> CaseId { get; init; }
    public GrantedState State { get; set; }

    /// <summary>What went wrong.</summary>
    public string? Why { get; set; }
    public int Turn { get; init; }
    public DateTimeOffset? DoneAt { get; set; }
}
