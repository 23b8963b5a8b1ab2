using Madoguchi.Voices;
using Madoguchi.Voices.Warming;

namespace Madoguchi.Inbox.Heeding;

/// <summary>A voice that the open case stands behind.</summary>
/// <param name="Again">It came after it was said to be fixed in that version.</param>
public sealed record CaseVoice(Voice Voice, Warmth Warmth, string? Again)
{
    /// <summary>What was decided, in public words of the case's language: they may be said to this customer as well.</summary>
    public string? Words { get; init; }
}

/// <summary>The voices of the open case, and the one that it sounds like.</summary>
public sealed record CaseVoices(IReadOnlyList<CaseVoice> Behind, Voice? Offered)
{
    public static readonly CaseVoices None = new([], null);

    /// <summary>What was decided about the one that it sounds like.</summary>
    public string? OfferedWords { get; init; }
}
