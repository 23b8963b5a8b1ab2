using System.Text;
using System.Text.RegularExpressions;
using Madoguchi.Cases.Wording;

namespace Madoguchi.Care.Recognizing;

/// <summary>Reads a customer's words, so that nobody has to be the first: pure.</summary>
public static partial class Hearing
{
    // Less than this says nothing of what they want.
    private const int ShortestClause = 5;
    private const int Loud = 1;
    private const int Aimed = 2;
    private const int Again = 3;

    public static Heard Of(string words, CareBook book)
    {
        var folded = Folded.Of(words);
        var (loud, insistent) = (IsShouted(words), 0);
        if (!loud && !book.MayBeIn(folded.Text))
            return new(0, [], false, false, 0, words, book.Threshold);

        var (hits, request, hurts, said) = (new List<Hit>(), new List<Place>(), 0, new Dictionary<string, int>());
        foreach (var sentence in Sentences(folded))
        {
            var found = book.In(sentence.Value);
            // The same again and again is not heavier each time; that it is said again and again is.
            var times = said[sentence.Value.Trim()] = said.GetValueOrDefault(sentence.Value.Trim()) + 1;
            insistent = Math.Max(insistent, sentence.Value.Trim().Length > 1 ? Insistence(times, found.Count > 0) : 0);
            if (times == 1)
                hits.AddRange(Heaviest(found));
            var against = found.Where(f => f.Kind.Hurts()).ToList();
            if (against.Count == 0)
            {
                if (times < Again)
                    request.Add(new(sentence.Index, sentence.Length));
                else if (found.Count > 0)
                    hurts++;
                continue;
            }

            hurts++;
            request.AddRange(Clauses(sentence, against));
        }

        if (loud)
            hits.Add(new(0, 0, CareKind.Intimidation, Loud));
        if (insistent > 0)
            hits.Add(new(0, 0, CareKind.Persistence, insistent));
        var hurting = hits.Where(h => h.Kind.Hurts()).ToList();
        return new(
            hurting.Sum(h => h.Weight), [.. hurting.GroupBy(h => h.Kind).OrderByDescending(g => g.Sum(h => h.Weight)).ThenBy(g => g.Key).Select(g => g.Key)],
            hurting.Where(h => h.Kind.IsAgainstThePerson()).Sum(h => h.Weight) >= Aimed, loud || hits.Any(h => h.Kind is CareKind.Anger), hurts, Written(folded, request), book.Threshold);
    }

    internal static IEnumerable<Match> Sentences(Folded folded) => Sentence().Matches(folded.Text);

    /// <summary>The sentences that ask for something or tell what is the matter, of words that a person found hard to bear.</summary>
    public static string Asked(string words)
    {
        var folded = Folded.Of(words);
        return Written(folded, [.. Sentence().Matches(folded.Text).Where(s => Asks().IsMatch(s.Value)).Select(s => new Place(s.Index, s.Length))]);
    }

    // Three times is insistence; the same anger ten times is a harangue, the same line of a log ten times is a log.
    private static int Insistence(int times, bool angry) => times switch { >= 10 when angry => 3, >= 6 when angry => 2, >= Again => 1, _ => 0 };

    // Of each kind the heaviest in a sentence.
    private static IEnumerable<Hit> Heaviest(IReadOnlyList<Hit> found) => found.GroupBy(f => f.Kind).Select(g => g.MaxBy(f => f.Weight)!); // groups are not empty

    // What they want may stand beside what hurts, between two commas.
    private static IEnumerable<Place> Clauses(Match sentence, List<Hit> against) =>
        from Match clause in Clause().Matches(sentence.Value)
        where clause.Value.Trim().Length >= ShortestClause && !against.Any(h => h.Start < clause.Index + clause.Length && clause.Index < h.Start + h.Length) && Asks().IsMatch(clause.Value)
        select new Place(sentence.Index + clause.Index, clause.Length);

    private static string Written(Folded folded, List<Place> parts)
    {
        var text = new StringBuilder();
        var end = -1;
        foreach (var (start, length) in parts)
        {
            if (folded.Written(start, length) is not { Length: > 0 } words)
                continue;
            if (text.Length > 0)
                text.Append(Break(folded.Text, end, start));
            text.Append(words);
            end = start + length;
        }

        return text.ToString().Trim();
    }

    private static string Break(string text, int from, int to) =>
        from < to && text[from..to].Contains('\n', StringComparison.Ordinal) ? "\n" : text[to] is >= '　' ? "" : " ";

    // Nearly all in capitals, or one sign of exclamation after the other.
    private static bool IsShouted(string words)
    {
        var (capitals, letters) = (words.Count(char.IsAsciiLetterUpper), words.Count(char.IsAsciiLetter));
        return (letters >= 20 && capitals * 10 >= letters * 7) || Shouts().Count(words) >= 2;
    }

    private readonly record struct Place(int Start, int Length);

    // With the sign that ends it.
    [GeneratedRegex(@"(?:[^。!?\n.]|\.(?!\s|$))+(?:[。!?]+|\.(?=\s|$))*")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[^、,;]+[、,;]?")]
    private static partial Regex Clause();

    // A question, a wish, a number, an order: something to work with.
    [GeneratedRegex(@"\?|\d|クダサイ|下サイ|返(金|品|信|事)|注文|届|壊|交換|修理|解約|確認|連絡|送|教エ|シテホシイ|シタイ|シテクレ|動カナ|ツナガラ|使エナ|開カナ|画面|エラー|商品|製品|荷物|代金|料金|支払|請求|ポイント|クーポン|パスワード|ログイン|アプリ|更新|コード|遅レ|消エ|真ッ暗|please|refund|order|return|replace|repair|cancel|deliver|broken|not work|doesn't work|need|want|when|why|how|account|password|log ?in|charged|invoice|fix|screen|error|blank|black|parcel|package|money|payment|subscription|update|code|reset|missing|lost|wrong|arrived", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    [GeneratedRegex(@"[!！]{3,}")]
    private static partial Regex Shouts();
}
