using Madoguchi.Cases.Wording;

namespace Madoguchi.Voices.Warming;

/// <summary>What a case's record says about how hot something is.</summary>
/// <param name="Words">What the customer said, each time.</param>
/// <param name="Score">The survey's, 1 to 5, when it was answered.</param>
/// <param name="Returns">How often it was opened again, or the contact broke off and came back.</param>
/// <param name="Days">How long the customer has been at it.</param>
public sealed record Heard(IReadOnlyList<string> Words, int? Score = null, int Returns = 0, int Days = 0);

/// <summary>How hot it is said, 0 (a remark) to 1. A pure sum: each part only ever adds. Heat is no fault of the customer's: it tells what hurts.</summary>
public static class Intensity
{
    private const double MostOfWords = 0.6;
    private const int ManyWords = 5;

    public static double Of(Heard heard)
    {
        var told = heard.Words.Select(Folded.Plain).ToList();
        var words = (0.2 * Count(told, HotWords.Burning)) + (0.1 * Count(told, HotWords.Hot)) + (told.Exists(t => t.Contains("!!", StringComparison.Ordinal)) ? 0.05 : 0);
        var repeats = 0.03 * Math.Min(Math.Max(0, heard.Words.Count - 1), ManyWords);
        var survey = heard.Score switch { 1 => 0.25, 2 => 0.15, _ => 0 };
        var returns = 0.15 * Math.Min(heard.Returns, 3);
        var days = 0.02 * Math.Min(heard.Days, 7);
        return Math.Round(Math.Min(1, Math.Min(words, MostOfWords) + repeats + survey + returns + days), 3);
    }

    // The same word shouted ten times is one.
    private static int Count(List<string> told, Phrases phrases) =>
        told.SelectMany(t => phrases.In(t).Select(found => t.Substring(found.Start, found.Length))).Distinct(StringComparer.Ordinal).Count();
}
