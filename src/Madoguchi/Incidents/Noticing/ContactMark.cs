using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Noticing;

/// <summary>What a contact is about, in the few words that one counts by. One row a case, kept up to date with what is known of it.</summary>
public sealed class ContactMark
{
    public required Id<Case> CaseId { get; init; }

    /// <summary>When the customer came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whoever writes five times is one: what they are recognised by (<see cref="Person"/>).</summary>
    public string? Who { get; set; }
    public string? Product { get; set; }
    public string? Problem { get; set; }

    /// <summary>Told as a fact, or recognised in the customer's own words; numbers and ids folded.</summary>
    public string? ErrorText { get; set; }

    /// <summary>The same with its short numbers.</summary>
    public string? Exact { get; set; }

    /// <summary>Of the customer's first words, for likeness.</summary>
    public string Sketch { get; set; } = "";

    /// <summary>Whether a contact of this product and this error text is meant; what is null asks for nothing.</summary>
    public bool Fits(string? product, string? errorText) =>
        (product is not null || errorText is not null)
        && (product is null || Same(product, Product))
        && (errorText is null || (ErrorText is not null && (errorText == Exact || errorText == ErrorText || Noticing.ErrorText.Fold(errorText) == ErrorText)));

    public static bool Same(string? one, string? other) => Plain(one) == Plain(other);

    public static string? Plain(string? told) => string.IsNullOrWhiteSpace(told) ? null : Noticing.ErrorText.Spaced(told);
}
