using Madoguchi.Cases.Wording;
using Madoguchi.Shared;

namespace Madoguchi.Guides.Finding;

/// <summary>A guide that fits what was told, and why.</summary>
/// <param name="Fits">The signs that speak for it, as the guide writes them.</param>
public sealed record GuideSuggestion(Id<Guide> GuideId, string Slug, Bilingual Title, IReadOnlyList<string> Fits, int Weight);

/// <summary>Which guides fit a story, by their signs. Text is folded as everywhere (width, case, kana), Latin words end at their ends.</summary>
public static class Matching
{
    private const int ErrorShown = 5;
    private const int ProductNamed = 3;
    private const int WordSaid = 2;
    private const int ProductMentioned = 2;

    /// <param name="product">What the customer or an agent has named. A guide for other products steps back, unless its very error is shown.</param>
    public static IReadOnlyList<GuideSuggestion> Of(string text, string? product, IEnumerable<Guide> guides)
    {
        var (told, named) = (Folded.Plain(text + "\n" + product), product is null ? null : Folded.Plain(product));
        return
        [
            .. guides.Where(g => g.RetiredAt is null).Select(g => Weigh(g, told, named)).OfType<GuideSuggestion>()
                .OrderByDescending(s => s.Weight).ThenBy(s => s.Slug, StringComparer.Ordinal),
        ];
    }

    // A product alone is no problem: it only adds to an error or a word.
    private static GuideSuggestion? Weigh(Guide guide, string told, string? named)
    {
        var errors = guide.Errors.Where(Said).ToList();
        var words = guide.Words.Where(Said).ToList();
        var mine = guide.Products.Any(p => Folded.Plain(p) == named);
        var products = guide.Products.Where(p => Folded.Plain(p) == named || Said(p)).ToList();
        var foreign = named is not null && guide.Products.Count > 0 && products.Count == 0;
        if (errors.Count == 0 && (words.Count == 0 || foreign))
            return null;
        var weight = errors.Count * ErrorShown + words.Count * WordSaid + (mine ? ProductNamed : products.Count > 0 ? ProductMentioned : 0) - (foreign ? ProductNamed : 0);
        return new(guide.Id, guide.Slug, guide.Title, [.. errors.Concat(words).Concat(products).DistinctBy(Folded.Plain)], weight);

        bool Said(string sign) => Word.In(told, Folded.Plain(sign)) >= 0;
    }
}
