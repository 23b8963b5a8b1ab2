using System.Text;
using System.Text.RegularExpressions;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Asking;

/// <summary>Reads a draft before it is sent: which facts does it ask for? A hint, so it would rather be silent than cry wolf.</summary>
public static partial class AskedIn
{
    /// <param name="draft">As typed so far, in either language: agents mix them.</param>
    /// <param name="words">What each key is called: the house's words and the desk's.</param>
    /// <returns>The keys asked for, in the order of the draft.</returns>
    public static IReadOnlyList<string> Keys(string draft, IReadOnlyDictionary<string, IReadOnlyList<string>> words)
    {
        var found = new List<string>();
        var listed = false;
        foreach (var line in Fold(draft).Split('\n'))
        {
            var isItem = Item().IsMatch(line);
            foreach (var sentence in Sentence().Split(line).Where(s => s.Length > 0))
            {
                var asks = Asks(sentence);
                // "Please tell us:" and then a list: each item is asked for.
                if (asks || (isItem && listed))
                    found.AddRange(Named(sentence, words).Except(found));
                listed = asks || (listed && (isItem || sentence.Trim().Length == 0));
            }
        }

        return found;
    }

    /// <summary>Width, case and the two ways to write a long vowel do not count.</summary>
    public static string Fold(string text) => PlainText.Normal(text.ReplaceLineEndings("\n"), NormalizationForm.FormKC).ToLowerInvariant().Replace('’', '\'').Replace('‐', '-');

    private static bool Asks(string sentence) =>
        Mark().IsMatch(sentence) || (Request().IsMatch(sentence) && !Thanks().IsMatch(sentence));

    // The longest word first and then blanked out: "mail address" is no "address". One word may stand for two facts: "which OS".
    private static IEnumerable<string> Named(string sentence, IReadOnlyDictionary<string, IReadOnlyList<string>> words)
    {
        var places = new SortedList<int, IEnumerable<string>>();
        var left = new StringBuilder(sentence);
        var called = words.SelectMany(w => w.Value.Select(word => (w.Key, Word: Fold(word)))).GroupBy(w => w.Word, w => w.Key);
        foreach (var keys in called.Where(w => w.Key.Length > 1).OrderByDescending(w => w.Key.Length))
        {
            var word = keys.Key;
            for (var at = Find(left, word, 0); at >= 0; at = Find(left, word, at + word.Length))
            {
                places[at] = keys;
                for (var i = at; i < at + word.Length; i++)
                    left[i] = '\u0001';
            }
        }

        return places.Values.SelectMany(k => k).Distinct();
    }

    private static int Find(StringBuilder text, string word, int from)
    {
        var whole = text.ToString();
        for (var at = whole.IndexOf(word, from, StringComparison.Ordinal); at >= 0; at = whole.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!Joins(whole, at - 1, word[0]) && !Joins(whole, at + word.Length, word[^1]))
                return at;
        }

        return -1;
    }

    // Latin words end at their ends: no "os" in "post". A plural is the same word.
    private static bool Joins(string text, int at, char edge) =>
        at >= 0 && at < text.Length && char.IsAsciiLetterOrDigit(edge) && char.IsAsciiLetterOrDigit(text[at]) && !(text[at] == 's' && (at + 1 == text.Length || !char.IsAsciiLetter(text[at + 1])));

    [GeneratedRegex(@"(?<=[。！？!?])|(?<=\.)\s")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^\s*([・\-*•○●◯◆■□>]|\(?\d{1,2}[.)、:]|[①-⑳])\s*\S")]
    private static partial Regex Item();

    [GeneratedRegex(@"\?|でしょうか|ですか|ますか|ませんか")]
    private static partial Regex Mark();

    [GeneratedRegex("""
        教えて|おしえて|お知らせ|お聞かせ|お伺い|伺いたい|伺えれば|うかがえ|お尋ね|をいただけ|を頂け|いただきたく|いただきたい|いただけると|いただければ|をください|を下さい|ご記入|ご入力|ご返信|ご連絡ください|
        お送りください|お送り下さい|お書きください|お書き添え|必要で|必要と|をお願い|確認させて|
        \bplease\b|\bcould\ you\b|\bcan\ you\b|\bwould\ you\b|\bwhat(\ is|'s)\b|\btell\ (us|me)\b|\blet\ (us|me)\ know\b|\bsend\ (us|me)\b|\bgive\ (us|me)\b|\bprovide\b|
        \b(we|i)(\ will|'ll|\ would|'d)?\ (also\ )?(need|require|like\ to\ know)\b|\bmay\ (i|we)\ (have|ask)\b
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Request();

    // "We have received it", "thank you for it": said of what is known.
    [GeneratedRegex(@"ありがとう|いただいて(おり|い(る|ま))|頂いて(おり|い(る|ま))|伺って(おり|い(る|ま))|うかがって|承って|承知|控えており|拝見|確認(いた|でき)|不要|必要ございません|必要ありません|\bthank(s| you)\b|\bwe (already )?have\b|\bno need\b|\bnot need(ed)?\b")]
    private static partial Regex Thanks();
}
