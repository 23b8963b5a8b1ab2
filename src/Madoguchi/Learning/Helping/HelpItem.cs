using Madoguchi.Articles;
using Madoguchi.Guides;
using Madoguchi.Search;
using Madoguchi.Shared;

namespace Madoguchi.Learning.Helping;

/// <summary>An article on the shelf of the help centre, folded once for all who look for it.</summary>
public sealed record HelpItem(Id<Article> Id, DateTimeOffset ChangedAt, string Slug, Bilingual Title, string? Product, Bilingual Plain, string FoldedTitle, string FoldedText, IReadOnlyDictionary<string, double> TitleGist, IReadOnlyDictionary<string, double> TextGist)
{
    // What an article is about stands at its beginning.
    private const int Beginning = 400;

    public static HelpItem Of(Article a)
    {
        var plain = new Bilingual(a.TextJa is { } ja ? Marked.Plain(ja) : null, a.TextEn is { } en ? Marked.Plain(en) : null);
        var title = string.Join('\n', a.TitleJa, a.TitleEn);
        return new(a.Id, a.ChangedAt, a.Slug, a.Title, a.Product, plain, Folded.Of(title).Text, Folded.Of(string.Join('\n', title, a.Product, plain.Ja, plain.En)).Text,
            Gist.Of(title), Gist.Of(string.Join('\n', a.Product, Begin(plain.Ja), Begin(plain.En))));
    }

    private static string? Begin(string? text) => text is null ? null : PlainText.Beginning(text, Beginning);
}

/// <param name="Excerpt">Around what was sought.</param>
/// <param name="Near">Not all of the words stand in it: it is only like what was asked.</param>
public sealed record HelpHit(string Slug, Bilingual Title, string? Product, string Excerpt, bool Near);
