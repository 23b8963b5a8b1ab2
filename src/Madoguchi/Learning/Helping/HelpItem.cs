using Madoguchi.Articles;
using Madoguchi.Guides;
using Madoguchi.Search;
using Madoguchi.Shared;

namespace Madoguchi.Learning.Helping;

/// <summary>A piece of a text by its number, and how much it counts.</summary>
public readonly record struct Weighed(int Piece, float Weight);

/// <summary>An article on the shelf of the help centre, folded once for all who look for it.</summary>
/// <param name="About">The pieces of its title.</param>
/// <param name="Pieces">Those of its title and of its beginning; the title counts twice.</param>
public sealed record HelpItem(
    Id<Article> Id, DateTimeOffset ChangedAt, string Slug, Bilingual Title, string? Product, Bilingual Plain, string FoldedTitle, string FoldedText, IReadOnlyList<Weighed> About, IReadOnlyList<Weighed> Pieces)
{
    private const float TitleCounts = 2;

    // What an article is about stands at its beginning.
    private const int Beginning = 400;

    public static HelpItem Of(Article a, Vocabulary words)
    {
        var plain = new Bilingual(a.TextJa is { } ja ? Marked.Plain(ja) : null, a.TextEn is { } en ? Marked.Plain(en) : null);
        var title = string.Join('\n', a.TitleJa, a.TitleEn);
        var (about, text) = (Gist.Of(title), Gist.Of(string.Join('\n', a.Product, Begin(plain.Ja), Begin(plain.En))));
        return new(a.Id, a.ChangedAt, a.Slug, a.Title, a.Product, plain, Folded.Of(title).Text, Folded.Of(string.Join('\n', title, a.Product, plain.Ja, plain.En)).Text,
            [.. about.Select(p => new Weighed(words.Learn(p.Key), (float)p.Value))],
            [.. about.Select(p => new Weighed(words.Learn(p.Key), (float)p.Value * TitleCounts)), .. text.Where(p => !about.ContainsKey(p.Key)).Select(p => new Weighed(words.Learn(p.Key), (float)p.Value))]);
    }

    private static string? Begin(string? text) => text is null ? null : PlainText.Beginning(text, Beginning);
}

/// <param name="Excerpt">Around what was sought.</param>
/// <param name="Near">Not all of the words stand in it: it is only like what was asked.</param>
public sealed record HelpHit(string Slug, Bilingual Title, string? Product, Lit Excerpt, bool Near);

/// <summary>Words with those that were sought in them.</summary>
/// <param name="Marks">Start and length, from left to right.</param>
public sealed record Lit(string Text, IReadOnlyList<int[]> Marks)
{
    public Lit(string text) : this(text, []) { }

    /// <summary>A short text with what was sought marked in it, when all of it stands there.</summary>
    public static Lit Of(string text, Sought sought) => !sought.IsNothing && Snippet.Of(text, sought) is { } found && found.Text == text ? new(text, found.Marks) : new(text);
}
