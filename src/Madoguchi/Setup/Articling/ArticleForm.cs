using Madoguchi.Articles;
using Madoguchi.Learning.Missing;
using Madoguchi.Setup.Settings;
using Madoguchi.Shared;

namespace Madoguchi.Setup.Articling;

/// <summary>What the writer wants done with the words.</summary>
public enum Wanted { Look, Draft, Ask, Publish }

/// <summary>An article's form as it was filled in.</summary>
/// <param name="From">The case that it was drawn from.</param>
/// <param name="Answers">Searches that it is written for: they leave the list of what is missing.</param>
public sealed record ArticleForm(ArticleWords Words, Wanted Wanted, string Article, string Draft, Guid? From, IReadOnlyList<Id<HelpSearch>> Answers)
{
    private const int LongestSlug = 50;

    /// <param name="mayPublish">Who may not, asks.</param>
    public static ArticleForm Of(Filled filled, bool mayPublish) => new(
        new(new(filled.Of("titleJa"), filled.Of("titleEn")), new(filled.Of("textJa"), filled.Of("textEn")), filled.Ticked("public"), filled.Of("product")),
        filled.Of("act") switch { "look" => Wanted.Look, "draft" => Wanted.Draft, "ask" => Wanted.Ask, _ => mayPublish ? Wanted.Publish : Wanted.Ask }, filled.Of("version"), filled.Of("draft"),
        Guid.TryParse(filled.Of("from"), out var from) ? from : null, Searches(filled.Of("answers")));

    /// <param name="text">Ids with commas between; what is none is left out.</param>
    public static IReadOnlyList<Id<HelpSearch>> Searches(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Where(s => Id<HelpSearch>.TryParse(s, null, out _)).Select(s => Id<HelpSearch>.Parse(s, null)).Distinct().Take(50)];

    /// <summary>A short name from the Latin words of a title; where there are none, from what is its own.</summary>
    public static string Slug(ArticleWords words, string own)
    {
        var said = string.Join('-', string.Concat((words.Title.En ?? words.Title.Ja ?? "").ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return said.Length < 3 ? $"article-{own}" : said.Length <= LongestSlug ? said : said[..LongestSlug].TrimEnd('-');
    }

    public static Filled Fields(ArticleWords words) => new(new Dictionary<string, string>
    {
        ["titleJa"] = words.Title.Ja ?? "", ["titleEn"] = words.Title.En ?? "", ["textJa"] = words.Text.Ja ?? "", ["textEn"] = words.Text.En ?? "",
        ["public"] = words.Public == true ? "true" : "", ["product"] = words.Product ?? "",
    });
}
