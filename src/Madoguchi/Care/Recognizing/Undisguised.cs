using System.Text;

namespace Madoguchi.Care.Recognizing;

/// <summary>A second reading of folded words, as they would stand without what people put between or into them so that a list misses them: drawn out (<c>バーーーカ</c>, <c>stuuupid</c>),
/// spaced out (<c>し ね</c>, <c>i d i o t</c>), cut in two (<c>mo-ron</c>), with figures for letters (<c>1d10t</c>). Pure.</summary>
/// <param name="Places">Where each sign stood.</param>
public sealed record Undisguised(string Text, IReadOnlyList<int> Places)
{
    private const int LatinLetters = 3;
    private const int LongestWord = 16;
    private const string Figures = "0134578@$";
    private const string Letters = "oieastbas";

    /// <summary>Null: nothing is disguised.</summary>
    public static Undisguised? Of(string folded)
    {
        var (text, places) = (new StringBuilder(folded.Length), new List<int>(folded.Length));
        for (var i = 0; i < folded.Length; i++)
        {
            if (IsDrawnOut(folded, i) || IsBetween(folded, i))
                continue;
            text.Append(Letter(folded, i));
            places.Add(i);
        }

        return text.Length == folded.Length && text.Equals(folded.AsSpan()) ? null : new(text.ToString(), places);
    }

    /// <summary>Where it stood in the words as they came.</summary>
    public (int Start, int Length) Stood(int start, int length) => (Places[start], Places[start + length - 1] + 1 - Places[start]);

    // A long ーー, a letter three times in a row, a small vowel that only draws out the kana before it.
    private static bool IsDrawnOut(string text, int at) => text[at] switch
    {
        'ー' or '〜' or '~' => (at > 0 && text[at - 1] == text[at]) || (at + 1 < text.Length && text[at + 1] == text[at]),
        'ァ' or 'ィ' or 'ゥ' or 'ェ' or 'ォ' => at > 0 && Vowel(text[at - 1]) == text[at],
        >= 'a' and <= 'z' => at > 0 && text[at - 1] == text[at] && ((at > 1 && text[at - 2] == text[at]) || (at + 1 < text.Length && text[at + 1] == text[at])),
        _ => false,
    };

    // The small vowel with which a kana is drawn out: ネェ, バァ, シィ.
    private static char Vowel(char kana) =>
        "アカガサザタダナハバパマヤラワ".Contains(kana, StringComparison.Ordinal) ? 'ァ' : "イキギシジチヂニヒビピミリ".Contains(kana, StringComparison.Ordinal) ? 'ィ'
        : "ウクグスズツヅヌブプムユル".Contains(kana, StringComparison.Ordinal) ? 'ゥ' : "エケゲセゼネヘベペメレ".Contains(kana, StringComparison.Ordinal) ? 'ェ' : "オコゴソゾノホボポモヨロ".Contains(kana, StringComparison.Ordinal) ? 'ォ' : '\0';

    // A space, a dot or a dash between single letters; a dash within a word.
    private static bool IsBetween(string text, int at)
    {
        if (text[at] is not (' ' or '・' or '.' or '-' or '_' or '*' or '/') || at == 0 || at + 1 == text.Length)
            return false;
        if (text[at] is '-' && IsLatin(text, at - 1) && IsLatin(text, at - 2) && IsLatin(text, at + 1) && IsLatin(text, at + 2))
            return true;
        return IsSingle(text, at - 1) && IsSingle(text, at + 1) && (IsJapanese(text[at - 1]) ? IsJapanese(text[at + 1]) : Singles(text, at) >= LatinLetters);
    }

    // How many single letters stand there with the same sign between; more than enough are not counted.
    private static int Singles(string text, int at) => Singles(text, at - 1, -1, text[at]) + Singles(text, at + 1, 1, text[at]);

    private static int Singles(string text, int from, int step, char sign)
    {
        var count = 0;
        for (var i = from; count < LatinLetters && IsSingle(text, i); i += 2 * step)
        {
            count++;
            if (i + step < 0 || i + step >= text.Length || text[i + step] != sign)
                break;
        }

        return count;
    }

    private static bool IsSingle(string text, int at) =>
        at >= 0 && at < text.Length && (IsLatin(text, at) || IsJapanese(text[at])) && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    // A figure stands for a letter only within a word that has enough letters.
    private static char Letter(string text, int at)
    {
        var which = Figures.IndexOf(text[at], StringComparison.Ordinal);
        if (which < 0)
            return text[at];
        var (from, to) = (at, at);
        while (at - from < LongestWord && from > 0 && IsPart(text[from - 1]))
            from--;
        while (to - at < LongestWord && to + 1 < text.Length && IsPart(text[to + 1]))
            to++;
        var word = text.AsSpan(from, to + 1 - from);
        var letters = 0;
        foreach (var sign in word)
            letters += char.IsAsciiLetter(sign) ? 1 : 0;
        return word.Length >= 4 && letters >= 2 && letters * 3 >= word.Length ? Letters[which] : text[at];
    }

    private static bool IsPart(char sign) => char.IsAsciiLetter(sign) || Figures.Contains(sign, StringComparison.Ordinal);

    private static bool IsLatin(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetter(text[at]);

    private static bool IsJapanese(char sign) => sign is >= 'ァ' and <= 'ヺ' or >= '一' and <= '鿿';
}
