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
            var plain = Folded.Plain(product);
            if (plain == named)
                fits[product] = ProductNamed;
            else if (Has(told, plain))
                fits[product] = ProductMentioned;
        }

        foreach (var name in new[] { desk.Name, desk.NameInEnglish }.OfType<string>().Where(n => Has(told, Folded.Plain(n))))
            fits[name] = DeskMentioned;
        foreach (var word in desk.Words.Where(w => Has(told, Folded.Plain(w))))
            fits.TryAdd(word, WordMentioned);
        // "クレジットカード" speaks once, not again as "カード".
        var folded = fits.Keys.DistinctBy(Folded.Plain).ToDictionary(k => k, Folded.Plain);
        var whole = folded.Keys.Where(k => !folded.Values.Any(o => o.Length > folded[k].Length && o.Contains(folded[k], StringComparison.Ordinal))).ToList();
        return new(desk, whole, whole.Sum(w => fits[w]));
    }

    private static bool Has(string told, string word) => Word.In(told, word) >= 0;
}
