using System.Text.RegularExpressions;
using Madoguchi.Cases.Anonymizing;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;
using Madoguchi.Voices.Warming;

namespace Madoguchi.Voices.Quoting;

/// <summary>The customer's own words that say it best (お客様の言葉), chosen by a rule and without the person: the sentence in which most is felt or told, neither a greeting nor a letter.</summary>
public static partial class Quote
{
    public const int Longest = 140;
    private const int Shortest = 6;

    /// <param name="words">What the customer said, oldest first.</param>
    /// <param name="about">What the voice is about: its error text, its product, words of its title.</param>
    /// <param name="names">Who is behind them.</param>
    public static string? Best(IEnumerable<string> words, IEnumerable<string?> about, params IEnumerable<string?> names)
    {
        string[] topics = [.. about.OfType<string>().SelectMany(a => Pieces().Matches(Folded.Plain(a)).Select(m => m.Value)).Distinct(StringComparer.Ordinal)];
        var best = words.SelectMany(Sentences).Select((text, i) => (Text: text, At: i, Worth: Worth(text, topics))).Where(s => s.Worth > 0)
            .OrderByDescending(s => s.Worth).ThenBy(s => s.At).Select(s => s.Text).FirstOrDefault();
        return best is null ? null : PlainText.Preview(Anonymous.Of(best, names), Longest);
    }

    private static IEnumerable<string> Sentences(string text) => Ends().Split(text).Select(s => s.Trim()).Where(s => s.Length >= Shortest);

    private static double Worth(string sentence, string[] topics)
    {
        var folded = Folded.Plain(sentence);
        if (Courtesy().IsMatch(folded))
            return 0;
        var told = topics.Count(t => folded.Contains(t, StringComparison.Ordinal));
        var felt = (2 * HotWords.Burning.In(folded).Count) + HotWords.Hot.In(folded).Count;
        var length = sentence.Length <= Longest ? Math.Min(1, sentence.Length / 24.0) : 0.4;
        return length + Math.Min(told, 4) + (0.8 * Math.Min(felt, 4)) + (Trouble().IsMatch(folded) ? 1 : 0);
    }

    [GeneratedRegex(@"(?<=[。！？!?\n])|(?<=[.] )")]
    private static partial Regex Ends();

    [GeneratedRegex(@"^(?:オ世話ニ|イツモオ世話|初メマシテ|ハジメマシテ|コンニチハ|宜シク|ヨロシク|ドウゾ|オ手数|オ忙シイ|突然|hello|hi\b|dear|thank|thanks|best regards|kind regards|regards|sincerely|good (?:morning|afternoon|evening))")]
    private static partial Regex Courtesy();

    // It does not work, one wishes, one asks.
    [GeneratedRegex("ナイ|マセン|デキ|エラー|止マ|落チ|消エ|固マ|遅イ|ホシイ|欲シイ|シテクダサイ|タイデス|error|fail|crash|cannot|can't|won't|doesn't|does not|not work|stuck|slow|lost|wish|would like|please add|want|should")]
    private static partial Regex Trouble();

    [GeneratedRegex(@"[a-z0-9]{3,}|[ァ-ヶー]{2,}|[々一-鿿]{2,}")]
    private static partial Regex Pieces();
}
