using Madoguchi.Articles;
using Madoguchi.Setup.Settings;

namespace Madoguchi.Setup.Articling;

/// <summary>What the writer wants done with the words.</summary>
public enum Wanted { Look, Draft, Ask, Publish }

/// <summary>An article's form as it was filled in.</summary>
/// <param name="From">The case that it was drawn from.</param>
public sealed record ArticleForm(ArticleWords Words, Wanted Wanted, string Article, string Draft, Guid? From)
{
    /// <param name="mayPublish">Who may not, asks.</param>
    public static ArticleForm Of(Filled filled, bool mayPublish) => new(
        new(new(filled.Of("titleJa"), filled.Of("titleEn")), new(filled.Of("textJa"), filled.Of("textEn")), filled.Ticked("public"), filled.Of("product")),
        filled.Of("act") switch { "look" => Wanted.Look, "draft" => Wanted.Draft, "ask" => Wanted.Ask, _ => mayPublish ? Wanted.Publish : Wanted.Ask }, filled.Of("version"), filled.Of("draft"),
        Guid.TryParse(filled.Of("from"), out var from) ? from : null);

    public static Filled Fields(ArticleWords words) => new(new Dictionary<string, string>
    {
        ["titleJa"] = words.Title.Ja ?? "", ["titleEn"] = words.Title.En ?? "", ["textJa"] = words.Text.Ja ?? "", ["textEn"] = words.Text.En ?? "",
        ["public"] = words.Public == true ? "true" : "", ["product"] = words.Product ?? "",
    });
}
