using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

/// <summary>An agent was read a number and opened the card: the right to take a case over, and a record.</summary>
public sealed class CardLook
{
    /// <summary>How long a look gives the right to take over; within it a further look is not told again.</summary>
    public static readonly TimeSpan Opens = TimeSpan.FromHours(1);

    public required Id<Agent> AgentId { get; init; }
    public required Id<Customer> CustomerId { get; init; }
    public required DateTimeOffset At { get; set; }
}
