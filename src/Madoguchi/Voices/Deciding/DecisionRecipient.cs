using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Voices.Deciding;

public enum ToldState
{
    Waiting,
    Told,

    /// <summary>Stands behind the voice no more.</summary>
    CalledOff,

    /// <summary>Has asked for no such news.</summary>
    Unwanted,
}

/// <summary>One customer behind a decided voice, told once: the work itself is an outbox row, this says what became of it.</summary>
public sealed class DecisionRecipient
{
    public required Id<DecisionRecipient> Id { get; init; }
    public required Id<Decision> DecisionId { get; init; }

    /// <summary>The record that speaks for them.</summary>
    public required Id<Customer> CustomerId { get; init; }
    public ToldState State { get; set; }

    /// <summary>Where they were told: their newest case behind the voice.</summary>
    public Id<Case>? CaseId { get; set; }

    /// <summary>The case was closed: a letter went out at once. In an open one it goes out as after any answer, when nobody reads it.</summary>
    public bool Mailed { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
}
