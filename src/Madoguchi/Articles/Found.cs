using System.Text;
using Madoguchi.Shared;

namespace Madoguchi.Articles;

/// <summary>Looking for an article: a house has dozens of them, so each is read.</summary>
public static class Found
{
    public static IReadOnlyList<string> Words(string? words) => Fold(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static bool Has(Article article, IReadOnlyList<string> words)
    {
        var read = Fold(string.Join('\n', article.Slug, article.TitleJa, article.TitleEn, article.TextJa, article.TextEn));
        return words.All(w => read.Contains(w, StringComparison.Ordinal));
    }

    private static string Fold(string text) => PlainText.Normal(text, NormalizationForm.FormKC).ToLowerInvariant();
}
