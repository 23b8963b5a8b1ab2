using Madoguchi.Articles;
using Madoguchi.Articles.Reviewing;
using Madoguchi.Learning.Staling;

namespace Madoguchi.Setup.Articling;

/// <summary>An article's page: what everybody reads, what somebody is writing, and why it should be looked at again.</summary>
public sealed record ArticleSeen(Article? Article, ArticleDraft? Draft, IReadOnlyList<StaleReason> Stale, IReadOnlyList<string> Products)
{
    public string? Slug => Article?.Slug ?? Draft?.Slug;
}
