using System.Text.RegularExpressions;
using Madoguchi.Shared;

namespace Madoguchi.Articles;

/// <param name="Title">In Japanese, English or both: <c>{"ja","en"}</c>.</param>
/// <param name="Text">Markdown.</param>
/// <param name="Public">For the help centre; as it was when missing, and at first for the house alone.</param>
/// <param name="Product">What it is about; as it was when missing, empty for none.</param>
public sealed partial record ArticleWords(Bilingual Title, Bilingual Text, bool? Public = null, string? Product = null) : IChecked
{
    public const int Longest = 20_000;

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Title.IsEmpty ? [("/title", "A title is needed, in one language at least.")] : Checks.Line("/title/ja", Said(Title.Ja)).Concat(Checks.Line("/title/en", Said(Title.En))),
        .. Text.IsEmpty ? [("/text", "Something must be written here, in one language at least.")] : Long("/text/ja", Text.Ja).Concat(Long("/text/en", Text.En)),
        .. Checks.Line("/product", Said(Product)),
    ];

    public static bool IsSlug(string slug) => Slug().IsMatch(slug);

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static IEnumerable<(string Pointer, string Why)> Long(string at, string? text) => Said(text) is { } said ? Checks.Words(at, said, Longest) : [];

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,59}\z")]
    private static partial Regex Slug();
}
