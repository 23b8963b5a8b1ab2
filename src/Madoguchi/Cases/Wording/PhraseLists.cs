using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Wording;

/// <summary>The house's own list of one kind in one language. Without one, the built-in list holds.</summary>
public sealed class PhraseList
{
    public required PhraseKind Kind { get; init; }

    /// <summary><c>ja</c> or <c>en</c>.</summary>
    public required string Language { get; init; }
    public required List<string> Phrases { get; set; }
}

/// <summary>An insiders' word and what it means in plain words.</summary>
public sealed class GlossaryTerm
{
    public required Id<Desk> DeskId { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }
    public required string Term { get; init; }
    public required string Plain { get; set; }
    public int Position { get; set; }
}
