using System.Text.RegularExpressions;

namespace Madoguchi.Incidents.Noticing.Jumps;

/// <summary>The words that many of some texts share, and few of the others.</summary>
public static partial class Salient
{
    private const int Most = 6;

    // Half of them must have it, and among the others it must be at least three times as rare.
    private const double Shared = 0.5;
    private const double Rarer = 3;

    private static readonly HashSet<string> Everyday =
    [
        "the", "and", "for", "that", "this", "with", "you", "your", "are", "have", "has", "was", "but", "not", "can", "please", "help", "from", "when", "what", "how", "hello", "since", "today", "time", "again", "says", "get",
        "お願い", "今日", "昨日", "今朝", "状態", "方法", "場合",
    ];

    public static IReadOnlyList<string> Of(IReadOnlyList<string> texts, IReadOnlyList<string> others)
    {
        var (mine, theirs) = (Shares(texts), Shares(others));
        return
        [
            .. mine.Where(w => w.Value >= Shared && w.Value >= theirs.GetValueOrDefault(w.Key) * Rarer)
                .OrderByDescending(w => w.Value - theirs.GetValueOrDefault(w.Key)).ThenByDescending(w => w.Key.Length).ThenBy(w => w.Key, StringComparer.Ordinal).Take(Most).Select(w => w.Key),
        ];
    }

    private static Dictionary<string, double> Shares(IReadOnlyList<string> texts) =>
        texts.SelectMany(t => Words().Matches(ErrorText.Spaced(t)).Select(m => m.Value).Where(w => !Everyday.Contains(w)).Distinct()).GroupBy(w => w).ToDictionary(g => g.Key, g => (double)g.Count() / texts.Count);

    // Japanese has no blanks: runs of kanji and of katakana are nearly words.
    [GeneratedRegex(@"[a-z][a-z0-9_'-]{2,}|[一-龯々]{2,}|[ァ-ヶー]{2,}")]
    private static partial Regex Words();
}
