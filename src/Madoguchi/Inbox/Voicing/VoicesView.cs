using Madoguchi.Desks;
using Madoguchi.Inbox.Deciding;
using Madoguchi.Shared;
using Madoguchi.Voices;
using Madoguchi.Voices.Adding;
using Madoguchi.Voices.Likeness;
using Madoguchi.Voices.Showing;
using Madoguchi.Voices.Stuck;
using Madoguchi.Voices.Warming;

namespace Madoguchi.Inbox.Voicing;

/// <summary>The board.</summary>
/// <param name="Rows">With the temperature of the last days, oldest first.</param>
/// <param name="All">How many there are, whatever is asked for.</param>
public sealed record BoardView(CurrentAgent Me, VoicesAsked Asked, IReadOnlyList<BoardRow> Rows, int All, IReadOnlyList<string> Products)
{
    /// <summary>The top of all small pictures: one scale for all.</summary>
    public double Top => Rows.Count == 0 ? 100 : Math.Max(10, Rows.Max(r => r.Days.Max()));

    /// <summary>The address with another wish.</summary>
    public string With(string? sort = null, string? kind = null, string? state = null) => "/desk/voices?" + string.Join('&', new[]
    {
        ("sort", sort ?? Asked.Sort), ("kind", kind ?? (Asked.Kind is { } k ? VoiceWords.OnWire(k) : null)), ("state", state ?? (Asked.State is { } s ? VoiceWords.OnWire(s) : null)), ("product", Asked.Product), ("q", Asked.Words),
    }.Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}")); // filtered: not empty
}

public sealed record BoardRow(VoiceView Voice, IReadOnlyList<double> Days);

/// <summary>The page of one voice.</summary>
/// <param name="Days">The temperature of the last days, oldest first.</param>
/// <param name="Quotes">The best first.</param>
/// <param name="SameError">So many contacts with its error text do not stand behind it yet.</param>
public sealed record VoicePageView(
    CurrentAgent Me, VoiceView Voice, WarmthParts Parts, IReadOnlyList<double> Days, DateTimeOffset From, VoiceCaseList Cases, IReadOnlyList<VoiceCaseView> Quotes, IReadOnlyList<NewsView> News, IReadOnlyList<VoiceAct> Acts,
    IReadOnlyDictionary<Id<Voice>, string> Names, IReadOnlyList<LikeVoice> Likes, int SameError, string? Wrong)
{
    public DecidingView? Deciding { get; init; }
}

public sealed record StuckView(CurrentAgent Me, StuckReport Stuck);
