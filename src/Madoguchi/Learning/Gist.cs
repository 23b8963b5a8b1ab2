using System.Text;
using Madoguchi.Shared;

namespace Madoguchi.Learning;

/// <summary>What a text is about, as pieces with a weight: pairs of characters where no blanks stand between words, whole words where they do. For likeness, not for finding:
/// an ending or a particle says little, a word that everybody uses says nothing.</summary>
public static class Gist
{
    private const double Ending = 0.25;
    private const int Longest = 2_000;

    // Words that stand in every English sentence about trouble.
    private static readonly HashSet<string> Idle =
    [
        "the", "a", "an", "and", "or", "but", "is", "are", "was", "were", "be", "been", "am", "do", "does", "did", "to", "of", "in", "on", "at", "for", "with", "from", "by", "it", "its", "this", "that", "my", "me", "we", "i", "you", "your", "our",
        "not", "no", "can", "cannot", "could", "would", "will", "how", "what", "when", "why", "where", "there", "have", "has", "had", "as", "if", "so", "again", "please", "after", "before", "get", "got", "any", "some", "t", "s", "m", "ve", "don", "won", "doesn", "isn",
    ];

    private enum Kind { Between, Word, Pairs, Hiragana }

    public static IReadOnlyDictionary<string, double> Of(string text)
    {
        var pieces = new Dictionary<string, double>();
        foreach (var (kind, run) in Runs(PlainText.Normal(PlainText.Beginning(text, Longest), NormalizationForm.FormKC).ToLowerInvariant()))
        {
            if (kind is Kind.Word)
            {
                if (!Idle.Contains(run))
                    pieces[run.Length > 3 && run.EndsWith('s') && !run.EndsWith("ss", StringComparison.Ordinal) ? run[..^1] : run] = 1;
                continue;
            }

            if (kind is Kind.Pairs && run.Length == 1)
                pieces[run] = Ending;
            for (var i = 0; i + 1 < run.Length; i++)
                pieces[run.Substring(i, 2)] = kind is Kind.Pairs ? 1 : Ending;
        }

        return pieces;
    }

    /// <summary>From 0, nothing in common, to 1, the same.</summary>
    public static double Likeness(IReadOnlyDictionary<string, double> one, IReadOnlyDictionary<string, double> other)
    {
        var (both, all) = (one.Where(p => other.ContainsKey(p.Key)).Sum(p => p.Value), one.Values.Sum() + other.Values.Sum());
        return all == 0 ? 0 : 2 * both / all;
    }

    private static IEnumerable<(Kind Kind, string Run)> Runs(string text)
    {
        var from = 0;
        for (var at = 1; at <= text.Length; at++)
        {
            if (at < text.Length && KindOf(text[at]) == KindOf(text[from]))
                continue;
            if (KindOf(text[from]) is not Kind.Between)
                yield return (KindOf(text[from]), text[from..at]);
            from = at;
        }
    }

    private static Kind KindOf(char c) => c switch
    {
        >= 'ぁ' and <= 'ゟ' => Kind.Hiragana,
        >= 'ァ' and <= 'ヿ' or >= '㐀' and <= '鿿' or '々' => Kind.Pairs,
        _ when char.IsLetterOrDigit(c) => Kind.Word,
        _ => Kind.Between,
    };
}
