using System.Text;
using System.Text.RegularExpressions;
using Madoguchi.Cases.Wording;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Showing;

/// <summary>Whether what somebody is writing may be about an incident: by its error text or its product in their words, or by most of its public name. They are only shown it;
/// what belongs to an incident goes by stricter rules.</summary>
public static partial class Resembling
{
    /// <summary>So much of a name has to be in the words.</summary>
    private const double Most = 0.6;

    private const int LongestRead = 4_000;

    /// <summary>Words that every report has.</summary>
    private static readonly HashSet<string> Common = ["the", "and", "for", "not", "with", "you", "are", "can", "cannot", "does", "our", "your", "when", "from", "this", "that", "has", "have", "it", "is", "in", "on", "to", "of", "no", "an", "or", "at", "we", "be", "do"];

    public static bool Fits(Incident incident, string? product, string words)
    {
        if (string.IsNullOrWhiteSpace(words))
            return false;
        if (product is not null && incident.Product is not null && !ContactMark.Same(product, incident.Product))
            return false;
        var read = PlainText.Beginning(words, LongestRead);
        var spaced = ErrorText.Spaced(read);
        if (incident.ErrorText is { } error)
            return (ErrorText.In(read) is { } told && (ErrorText.Fold(told) == error || ErrorText.Exact(told) == error)) || Says(spaced, error) || IsNamed(incident, read);
        if (incident is { LikeWords: true, Like: { } like } && Told.Of(new() { CaseId = default, At = default, Product = incident.Product, Sketch = Sketch.Of(read)?.ToString() ?? "" }).Resembles(like))
            return true;
        return (incident.Product is { } named && Says(spaced, ErrorText.Spaced(named))) || IsNamed(incident, read);
    }

    private static bool IsNamed(Incident incident, string words)
    {
        var (said, name) = (Pieces(words), incident.Public);
        return IsIn(name.Ja, said) || IsIn(name.En, said);
    }

    private static bool IsIn(string? name, HashSet<string> said)
    {
        var pieces = Pieces(name ?? "");
        return pieces.Count >= 3 && pieces.Count(said.Contains) >= Most * pieces.Count;
    }

    // As a whole: "e-1" is not said by "e-12". What was folded to # may be any number.
    private static bool Says(string words, string wanted)
    {
        if (wanted.Length < 2)
            return false;
        var inside = string.Join("[0-9a-f][0-9a-fx.,:-]*", wanted.TrimEnd('…').Split('#').Select(Regex.Escape)).Replace("\\ ", "\\s*", StringComparison.Ordinal);
        var (before, after) = (IsLatin(wanted[0]) ? "(?:^|[^0-9a-z])" : "", IsLatin(wanted[^1]) ? "(?:$|[^0-9a-z])" : "");
        return Regex.IsMatch(words, before + inside + after, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    private static bool IsLatin(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '#';

    // Whole words where they stand apart, pairs of signs where they do not.
    private static HashSet<string> Pieces(string text)
    {
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match run in Runs().Matches(Folded.Plain(text)))
        {
            if (run.Value[0] < 0x250)
            {
                if (run.Length > 1 && !Common.Contains(run.Value))
                    pieces.Add(run.Value);
                continue;
            }

            Rune? before = null;
            foreach (var sign in run.Value.EnumerateRunes())
            {
                if (before is { } first)
                    pieces.Add($"{first}{sign}");
                before = sign;
            }
        }

        return pieces;
    }

    [GeneratedRegex(@"[a-z0-9\u00c0-\u024f]+|[^\s\p{P}\p{S}a-z0-9\u00c0-\u024f]+")]
    private static partial Regex Runs();
}
