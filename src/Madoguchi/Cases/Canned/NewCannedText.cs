using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Canned;

/// <param name="Text">May name <c>{{customer.name}}</c>, <c>{{customer.number}}</c>, <c>{{desk}}</c>, <c>{{agent}}</c>.</param>
/// <param name="Language">BCP 47; <c>ja</c> when missing.</param>
/// <param name="Desk">A slug; for all desks when missing.</param>
/// <param name="Shortcut">One word, typed after the slash.</param>
/// <param name="Personal">The caller's own. What is for a desk is made by supervisors.</param>
public sealed record NewCannedText(string Title, string Text, string Language = "ja", string? Desk = null, string? Shortcut = null, bool Personal = false) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => new CannedTextChange(Title, Text, Language, Desk, Shortcut).Errors();
}

/// <summary>What is named here changes; what is missing stays. An empty desk means all desks, an empty shortcut none.</summary>
public sealed record CannedTextChange(string? Title = null, string? Text = null, string? Language = null, string? Desk = null, string? Shortcut = null) : IChecked
{
    public const int Longest = 4_000;
    public const int LongestShortcut = 40;

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Checks.Line("/title", Title), .. Text is null ? [] : Checks.Words("/text", Text, Longest),
        .. Text is not null && Variables.Unknown(Text).ToList() is { Count: > 0 } unknown
            ? [("/text", $"Not known: {string.Join(", ", unknown.Select(u => $"{{{{{PlainText.Preview(u, 40)}}}}}"))}. Known are {Variables.List}.")] : Array.Empty<(string, string)>(),
        .. Checks.Language("/language", Language), .. Desk is "" ? [] : Checks.Line("/desk", Desk), .. Shortcut is "" ? [] : Checks.Line("/shortcut", Shortcut, LongestShortcut),
        .. Shortcut is not null && Shortcut.Any(char.IsWhiteSpace) ? [("/shortcut", "One word, without spaces.")] : Array.Empty<(string, string)>(),
    ];
}

/// <param name="Desk">A slug; null: all desks.</param>
/// <param name="Personal">The reader's own.</param>
/// <param name="Version">Changes with anything that stands here; the ETag.</param>
public sealed record CannedTextView(Id<CannedText> CannedTextId, string Title, string Text, string Language, string? Desk, string? Shortcut, bool Personal, string Version)
{
    public static CannedTextView Of(CannedText c, string? desk)
    {
        var view = new CannedTextView(c.Id, c.Title, c.Text, c.Language, desk, c.Shortcut, c.AgentId is not null, "");
        return view with { Version = Versions.Of(view) };
    }
}

/// <summary>Ready to be sent in one case.</summary>
public sealed record ExpandedText(Id<CannedText> CannedTextId, string Title, string Text, string Language, string? Shortcut, bool Personal);
