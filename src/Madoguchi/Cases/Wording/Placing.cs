using Madoguchi.Desks;

namespace Madoguchi.Cases.Wording;

/// <summary>A desk that fits, and why.</summary>
/// <param name="Fits">The words, products and names that speak for it, as the desk writes them.</param>
public sealed record Placement(Desk Desk, IReadOnlyList<string> Fits, int Weight);

/// <summary>Which desk is right for a story: by the desks' words and products, never by the customer's guess alone.</summary>
public static class Placing
{
    private const int ProductNamed = 4;
    private const int ProductMentioned = 2;
    private const int DeskMentioned = 3;
    private const int WordMentioned = 2;

    /// <summary>The desks that anything speaks for, the best first. A desk that does not speak the language comes after those that do.</summary>
    /// <param name="product">What the customer or an agent has named.</param>
    public static IReadOnlyList<Placement> Of(string text, string? product, string? problem, string language, IEnumerable<Desk> desks)
    {
        var (told, named) = (Folded.Plain(text + "\n" + product + "\n" + problem), product is null ? null : Folded.Plain(product));
        return
        [
            .. desks.Select(d => Weigh(d, told, named)).Where(p => p.Weight > 0)
                .OrderByDescending(p => p.Desk.Speaks(language)).ThenByDescending(p => p.Weight).ThenByDescending(p => p.Desk.Languages[0] == language).ThenBy(p => p.Desk.Slug, StringComparer.Ordinal),
        ];
    }

    /// <summary>The one that wins clearly, or none: then people decide.</summary>
    public static Placement? Clear(IReadOnlyList<Placement> placements, string language) => placements switch
    {
        [] => null,
        _ when !placements[0].Desk.Speaks(language) => null,
        [var only] => only,
        // Of two that fit as well, the one whose own language it is.
        [var first, var second, ..] => first.Weight > second.Weight || !second.Desk.Speaks(language) || (first.Desk.Languages[0] == language && second.Desk.Languages[0] != language) ? first : null,
    };

    private static Placement Weigh(Desk desk, string told, string? named)
    {
        var fits = new Dictionary<string, int>();
        foreach (var product in desk.Products)
        {
            var folded = Folded.Plain(product);
            if (folded == named)
                fits[product] = ProductNamed;
            else if (Has(told, folded))
                fits[product] = ProductMentioned;
        }

        foreach (var name in new[] { desk.Name, desk.NameInEnglish }.OfType<string>().Where(n => Has(told, Folded.Plain(n))))
            fits[name] = DeskMentioned;
        foreach (var word in desk.Words.Where(w => Has(told, Folded.Plain(w))))
            fits.TryAdd(word, WordMentioned);
        // "クレジットカード" speaks once, not again as "カード".
        var whole = fits.Keys.Where(k => !fits.Keys.Any(o => o != k && Folded.Plain(o).Contains(Folded.Plain(k), StringComparison.Ordinal))).ToList();
        return new(desk, whole, whole.Sum(w => fits[w]));
    }

    private static bool Has(string told, string word)
    {
        for (var at = told.IndexOf(word, StringComparison.Ordinal); word.Length > 0 && at >= 0; at = told.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!Joins(told, at - 1, word[0]) && !Joins(told, at + word.Length, word[^1]))
                return true;
        }

        return false;
    }

    // Latin words end at their ends; a plural is the same word.
    private static bool Joins(string text, int at, char edge) =>
        at >= 0 && at < text.Length && char.IsAsciiLetterOrDigit(edge) && char.IsAsciiLetterOrDigit(text[at])
        && !(text[at] == 's' && (at + 1 == text.Length || !char.IsAsciiLetter(text[at + 1])));
}
