using Madoguchi.Cases.Anonymizing;
using Madoguchi.Shared;

namespace Madoguchi.Learning.Missing;

/// <summary>What a search came to.</summary>
public enum Came { Missed, Found, Opened, InVain }

/// <summary>Words that were searched in the help centre, and how often with what end. No name, no number, nobody's address: what might be one is taken out before it is kept.</summary>
public sealed class HelpSearch
{
    /// <summary>Longer than what people type into a search box; what is pasted there is cut.</summary>
    public const int Longest = 60;

    public required Id<HelpSearch> Id { get; init; }

    /// <summary>The words folded: the same search, however it was typed.</summary>
    public required string Folded { get; init; }
    public required string Words { get; init; }

    /// <summary>Of the page where they were searched.</summary>
    public required string Language { get; init; }
    public int Missed { get; init; }
    public int Found { get; init; }
    public int Opened { get; init; }

    /// <summary>What was read did not help, or they wrote to us after all.</summary>
    public int InVain { get; init; }
    public required DateTimeOffset FirstAt { get; init; }
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>When it last came to nothing, or what was read did not help.</summary>
    public DateTimeOffset? FailedAt { get; init; }
    public DateTimeOffset? DismissedAt { get; init; }
    public string? DismissedBy { get; init; }

    /// <summary>Found, and nothing of it looked at.</summary>
    public int PassedOver => Math.Max(0, Found - Opened);

    /// <summary>As it may be kept, and folded; nothing when nothing is left that one could write about.</summary>
    public static (string Words, string Folded)? Keepable(string searched)
    {
        var words = PlainText.Preview(Anonymous.Of(PlainText.Preview(searched, 4 * Longest)), Longest);
        var folded = Search.Folded.Of(words).Text.Trim();
        return folded.Count(char.IsLetter) < 2 || folded.Length > 2 * Longest ? null : (words, folded);
    }
}
