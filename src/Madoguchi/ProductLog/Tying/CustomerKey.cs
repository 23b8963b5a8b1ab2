using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.ProductLog.Tying;

/// <summary>A key by which a product knows a customer, tied by an agent: an account, an address, a code. One of each name.</summary>
public sealed class CustomerKey
{
    public required Id<Customer> CustomerId { get; init; }
    public required string Name { get; init; }

    /// <summary>As told.</summary>
    public required string Value { get; init; }

    /// <summary>As events are found by it (<see cref="EventFields.Fold"/>).</summary>
    public required string Folded { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Id<Agent> ById { get; init; }
    public required string ByName { get; init; }
}

/// <summary>Something by which a customer's events are found.</summary>
/// <param name="Name">The name of the key, of the fact, or <c>email</c>.</param>
/// <param name="Proven">Tied by an agent, or an address that answered. What the customer only told finds events too, and says so.</param>
public sealed record Tie(string Name, string Value, bool Proven)
{
    public string? Folded { get; } = EventFields.Key(Value);
}
