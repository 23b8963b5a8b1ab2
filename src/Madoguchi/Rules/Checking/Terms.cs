namespace Madoguchi.Rules.Checking;

public enum RuleKind
{
    /// <summary>A is followed by B within T.</summary>
    FollowedBy,

    /// <summary>B never without A before.</summary>
    NeverWithout,

    /// <summary>At most one A.</summary>
    AtMostOne,
}

/// <summary>Which of a rule's two events one is.</summary>
public enum Part { When, Then }

/// <summary>What a rule asks of the events of one key.</summary>
/// <param name="Within">How long B may take; only where A is to be followed.</param>
public sealed record Terms(RuleKind Kind, TimeSpan Within = default);

/// <summary>An event as a rule sees it.</summary>
/// <param name="Time">By the product's clock.</param>
/// <param name="Event">Our id of it: the same event twice is one.</param>
public readonly record struct Seen(Part Part, DateTimeOffset Time, Guid Event);

/// <summary>That a rule is broken for a key.</summary>
/// <param name="Since">When it broke, by the product's clock: when B was due, when B came without A, when the second A came.</param>
/// <param name="Time">Of the event that it hangs on: the A without B, the B without A, the second A.</param>
public sealed record Breach(DateTimeOffset Since, DateTimeOffset Time, Guid Event);
