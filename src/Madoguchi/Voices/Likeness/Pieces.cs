using System.Text;
using System.Text.RegularExpressions;

namespace Madoguchi.Voices.Likeness;

/// <summary>What a text is compared by: words of Latin script, and overlapping pairs of signs of Japanese, which writes no spaces. Width and case are one; pairs of kana alone, mostly endings, weigh little.</summary>
internal static partial class Pieces
{
    private const double Word = 1.6;
    private static readonly HashSet<string> Common =
    [
        "the", "a", "an", "is", "are", "was", "be", "it", "its", "to", "of", "in", "on", "at", "and", "or", "for", "with", "i", "my", "me", "we", "our", "you", "your", "this", "that", "there", "have", "has", "had", "do", "does", "can", "when", "but", "so", "if", "as", "by", "from", "am", "please", "would", "like", "get", "says",
    ];

    /// <summary>Each once, with its weight.</summary>
    public static IReadOnlyDictionary<string, double> Of(string? text)
    {
        var pieces = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (Match run in Runs().Matches((text ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant()))
        {
            if (char.IsAsciiLetterOrDigit(run.Value[0]))
            {
                if (Stem(run.Value) is { } word)
                    pieces[word] = Word;
            }
            else
            {
                for (var i = 0; i + 1 < run.Length; i++)
                    pieces[run.Value.Substring(i, 2)] = Weight(run.Value[i], run.Value[i + 1]);
                if (run.Length == 1 && !IsKana(run.Value[0]))
                    pieces[run.Value] = 0.5;
            }
        }

        return pieces;
    }

    private static string? Stem(string word) => Common.Contains(word) ? null
        : word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3]
        : word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;

    private static double Weight(char a, char b) => (IsKana(a), IsKana(b)) switch
    {
        (true, true) => 0.25,
        (false, false) => 1,
        _ => 0.6,
    };

    private static bool IsKana(char sign) => sign is >= 'ぁ' and <= 'ゟ';

    [GeneratedRegex(@"[a-z0-9]+(?:[-'._][a-z0-9]+)*|[ぁ-ゟァ-ヿ々一-鿿]+")]
    private static partial Regex Runs();
}
