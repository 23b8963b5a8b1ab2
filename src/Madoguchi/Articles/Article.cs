using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Articles;

/// <summary>What the house has written down for everybody: a rule, a condition, an explanation. A reply may cite it; a public one stands in the help centre.</summary>
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

    /// <summary>In the help centre; otherwise for the house alone.</summary>
    public bool IsPublic { get; private set; }
    public string? Product { get; private set; }

    /// <summary>The number of the newest version.</summary>
    public int Version { get; private set; }
    public required DateTimeOffset ChangedAt { get; set; }
    public required string ChangedBy { get; set; }

    /// <summary>Who looks after it.</summary>
    public Id<Agent>? KeeperId { get; private set; }
    public string? KeeperName { get; private set; }

    /// <summary>When somebody last said that it is still true.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public string? ConfirmedBy { get; private set; }

    /// <summary>Since when nobody has said that it is true.</summary>
    public DateTimeOffset TrueSince => ConfirmedAt ?? ChangedAt;

    public Bilingual Title => new(TitleJa, TitleEn);

    public Bilingual Text => new(TextJa, TextEn);

    /// <returns>Whether anything is said that was not said before.</returns>
    public bool Say(ArticleWords words)
    {
        var before = (TitleJa, TitleEn, TextJa, TextEn, IsPublic, Product);
        (TitleJa, TitleEn) = words.Title.Clean();
        (TextJa, TextEn) = words.Text.Clean();
        IsPublic = words.Public ?? IsPublic;
        Product = words.Product switch { null => Product, { } said when string.IsNullOrWhiteSpace(said) => null, { } said => PlainText.Clean(said) };
        if (Version > 0 && before == (TitleJa, TitleEn, TextJa, TextEn, IsPublic, Product))
            return false;
        Version++;
        return true;
    }

    public void Confirm(string by, DateTimeOffset now) => (ConfirmedAt, ConfirmedBy) = (now, by);

    public void KeepBy(Id<Agent> agent, string name) => (KeeperId, KeeperName) = agent == CurrentAgent.Bootstrap.Id ? ((Id<Agent>?)null, (string?)null) : (agent, name);

    public ArticleWords Words => new(Title, Text, IsPublic, Product);
}

/// <summary>What an article said once. Never changed.</summary>
public sealed class ArticleVersion
{
    public required Id<Article> ArticleId { get; init; }

    /// <summary>1, 2, 3 … within the article.</summary>
    public required int Number { get; init; }
    public string? TitleJa { get; init; }
    public string? TitleEn { get; init; }
    public string? TextJa { get; init; }
    public string? TextEn { get; init; }
    public required bool IsPublic { get; init; }
    public string? Product { get; init; }
    public required string ByName { get; init; }

    /// <summary>The second person, if it was read by one.</summary>
    public string? ReadBy { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The version that was gone back to, if it was that.</summary>
    public int? Restores { get; init; }

    public ArticleWords Words => new(new(TitleJa, TitleEn), new(TextJa, TextEn), IsPublic, Product ?? "");
}
