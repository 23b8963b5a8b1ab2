using Madoguchi.Shared;

namespace Madoguchi.Articles;

/// <summary>What the house has written down for everybody: a rule, a condition, an explanation. A reply may cite it.</summary>
public sealed class Article
{
    public required Id<Article> Id { get; init; }

    /// <summary>Its name in addresses.</summary>
    public required string Slug { get; init; }
    public string? TitleJa { get; private set; }
    public string? TitleEn { get; private set; }

    /// <summary>Markdown.</summary>
    public string? TextJa { get; private set; }
    public string? TextEn { get; private set; }
    public required DateTimeOffset ChangedAt { get; set; }
    public required string ChangedBy { get; set; }

    public Bilingual Title => new(TitleJa, TitleEn);

    public Bilingual Text => new(TextJa, TextEn);

    public void Say(ArticleWords words)
    {
        (TitleJa, TitleEn) = words.Title.Clean();
        (TextJa, TextEn) = words.Text.Clean();
    }
}
