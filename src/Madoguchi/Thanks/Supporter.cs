using Madoguchi.Shared;

namespace Madoguchi.Thanks;

/// <summary>Somebody who helped in a case.</summary>
/// <param name="Name">The name that they show to customers now.</param>
/// <param name="Shown">Names that the customer read.</param>
public sealed record Supporter(Guid AgentId, string Name, IReadOnlyList<string> Shown)
{
    private static readonly string[] Honorifics = ["さん", "さま", "様"];

    // What an agent does for the customer to see is help: words, a picture, a call, a walk. Passing on, taking back and calling up the line is not.
    private static readonly string[] NoHelp = ["messageWithdrawn", "languageAhead", "handoverAccepted", "takenOver", "lineCalled", "lineHeld", "lineReturned", "lineLeft"];

    /// <summary>Helped by voice: the words are not on record, the act is.</summary>
    public const string Served = "lineServed";

    public static bool IsHelp(string kind, bool isInternal) => kind == Served || (!isInternal && !NoHelp.Contains(kind));

    /// <summary>By id, or by a name that the customer read. Two who show the same name are both meant.</summary>
    public static IEnumerable<Supporter> Named(IReadOnlyList<Supporter> supporters, string nameOrId)
    {
        if (Guid.TryParse(nameOrId, out var id))
            return supporters.Where(h => h.AgentId == id);
        var asked = Fold(nameOrId);
        return supporters.Where(h => h.Shown.Append(h.Name).Any(n => Fold(n) == asked));
    }

    // As people write names: with or without a space, wide or narrow, and with the honorific that belongs to it.
    private static string Fold(string name)
    {
        var folded = string.Concat(PlainText.Normal(name, System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return Honorifics.FirstOrDefault(h => folded.Length > h.Length && folded.EndsWith(h, StringComparison.Ordinal)) is { } honorific ? folded[..^honorific.Length] : folded;
    }
}
