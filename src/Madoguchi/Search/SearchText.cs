using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Search;

/// <summary>A text that is found by its words: an entry of a case, or, as number 0, what the case is called. The words themselves stand in the
/// engine's own index under the same id, and nowhere else.</summary>
public sealed class SearchText
{
    /// <summary>Grows with the time at which it was written: the newest first is the index read from its end.</summary>
    public required long Id { get; init; }
    public required Id<Case> CaseId { get; init; }
    public required int Number { get; init; }
}

/// <summary>A customer as found by name, number and address.</summary>
public sealed class SearchName
{
    public required long Id { get; init; }
    public required Id<Customer> CustomerId { get; init; }

    /// <summary>Folded, one line for each.</summary>
    public required string Text { get; init; }
}
