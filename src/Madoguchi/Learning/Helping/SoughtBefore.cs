using Madoguchi.Articles;
using Madoguchi.Search;
using Madoguchi.Shared;

namespace Madoguchi.Learning.Helping;

/// <summary>What somebody looked for in the help centre before they wrote to us.</summary>
/// <param name="Read">The names of the articles that they opened.</param>
public sealed record SoughtBefore(string? Searched, IReadOnlyList<string> Read)
{
    private const int Most = 5;

    public static SoughtBefore? Of(string? searched, string? read)
    {
        var slugs = (read ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(ArticleWords.IsSlug).Distinct().Take(Most).ToList();
        var words = Sought.IsUsable(searched) && !PlainText.HasDisguise(searched!) ? PlainText.Clean(searched!) : null; // usable: not null
        return words is null && slugs.Count == 0 ? null : new(words, slugs);
    }
}
