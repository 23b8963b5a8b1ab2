namespace Madoguchi.Cases.Denying;

/// <summary>By what it is known that the customer says something happened.</summary>
public enum DisputedBy
{
    /// <summary>They say so.</summary>
    Words,

    /// <summary>They gave something to look at.</summary>
    Evidence,

    /// <summary>The products' records speak for it.</summary>
    Records,

    /// <summary>An agent has understood them so.</summary>
    Agent,
}

/// <param name="Said">In which words, if by words.</param>
public sealed record Dispute(DisputedBy By, DateTimeOffset At, IReadOnlyList<string>? Said = null);
