using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Noticing;

/// <summary>What a contact is about, in the few words that one counts by. One row a case, kept up to date with what is known of it.</summary>
public sealed class ContactMark
{
    public required Id<Case> CaseId { get; init; }

    /// <summary>When the customer came.</summary>
    public required DateTimeOffset At { get; init; }
    public string? Product { get; set; }
    public string? Problem { get; set; }

    /// <summary>Told as a fact, or recognised in the customer's own words; numbers and ids folded.</summary>
    public string? ErrorText { get; set; }

    /// <summary>Of the customer's first words, for likeness.</summary>
    public string Sketch { get; set; } = "";
}
