using Madoguchi.Chat.Talking;
using Madoguchi.Shared;

namespace Madoguchi.Chat.Contacting;

/// <summary>What the widget sends along, if the customer lets it: where they were, and with what. Told once, nobody asks for it.</summary>
public sealed record Along(string? Page, string? Browser, string? System, string? App)
{
    private const int LongestPage = 500;

    /// <summary>The keys of the facts, with what is told.</summary>
    public IEnumerable<(string Key, string Value)> Facts =>
        new[] { ("pageAddress", Page), ("browser", Browser), ("os", System), ("appVersion", App) }.Where(f => f.Item2 is not null).Select(f => (f.Item1, f.Item2!)); // filtered: not null

    /// <summary>Nothing, when the customer has taken the tick away or the form did not stand in a widget. What is out of shape is left out: it never stops a story.</summary>
    public static Along? Of(Posted posted, string? browser, string? system) => posted["along"] is not "yes" ? null
        : new(Address(posted["pageAddress"]), browser, system, Line(posted["appVersion"], 60));

    // Where one was, not what one carried: addresses carry keys behind the question mark.
    private static string? Address(string typed) => typed.Length <= LongestPage && Uri.TryCreate(typed, UriKind.Absolute, out var page) && page.Scheme is ("http" or "https") && page.UserInfo is ""
        ? Line(page.GetLeftPart(UriPartial.Path), LongestPage) : null;

    private static string? Line(string typed, int longest) => !string.IsNullOrWhiteSpace(typed) && typed.Length <= longest && !PlainText.HasDisguise(typed) ? typed.Trim() : null;
}
