using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Incidents;

/// <summary>Honest progress, said once for everybody affected and for the public page.</summary>
public sealed class IncidentUpdate
{
    /// <summary>Until then it can be called off.</summary>
    public static readonly TimeSpan Undo = TimeSpan.FromSeconds(10);

    public required Id<IncidentUpdate> Id { get; init; }
    public required Id<Incident> IncidentId { get; init; }
    public string? TextJa { get; init; }
    public string? TextEn { get; init; }

    /// <summary>How far we are with it; as before, when nothing is said.</summary>
    public IncidentState? State { get; init; }

    /// <summary>The slug of what everybody affected is granted along with the resolution.</summary>
    public string? Remedy { get; init; }

    /// <summary>Why it goes out although it looks like sending people away, or like a no; for the house.</summary>
    public string? Because { get; init; }
    public required Id<Agent> ById { get; init; }
    public required string ByName { get; init; }
    public required string ByShown { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>Since when it goes out: it stands on the public page, and nobody calls it off any more.</summary>
    public DateTimeOffset? BegunAt { get; set; }

    public bool Resolves => State is IncidentState.Resolved;

    public Bilingual Text => new(TextJa, TextEn);

    public bool CanBeCalledOff(DateTimeOffset now) => CancelledAt is null && BegunAt is null && now < DueAt;

    /// <summary>Goes out now, or has.</summary>
    public bool IsOut => CancelledAt is null && BegunAt is not null;
}

public enum Reached
{
    Waiting,

    /// <summary>In their case, and by the letter or the text message that follows from it where they are not there.</summary>
    Told,

    /// <summary>A newer update made this one stale before its turn came: they got the newer one alone.</summary>
    Overtaken,
    NotReached,
    CalledOff,
}

/// <summary>One case to be told, once: this row is the work, and says what became of it.</summary>
public sealed class IncidentRecipient
{
    /// <summary>The case was taken out of the incident before its turn.</summary>
    public const string Removed = "removed";

    public required Id<IncidentUpdate> UpdateId { get; init; }
    public required Id<Case> CaseId { get; init; }
    public Reached State { get; set; }
    public string? Reason { get; set; }

    /// <summary>The entry of the case that told them.</summary>
    public int? Entry { get; set; }
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Their place in the row: letters go out in this order, so many a second.</summary>
    public int Turn { get; init; }
}
