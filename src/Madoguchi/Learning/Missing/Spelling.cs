using System.Text.RegularExpressions;

namespace Madoguchi.Learning.Missing;

/// <summary>Whether two searches are the same words, spelt otherwise: long vowels, blanks and hyphens, 出来ない and できない, a slip of one Latin letter.</summary>
public static partial class Spelling
{
    private const int LongWord = 5;

    /// <param name="one">A key, as the other.</param>
    public static bool Same(string one, string other) => one.Length > 0 && (one == other || Slipped(one, other));

    public static string Key(string words) => Left().Replace(Search.Folded.Of(words).Text.Replace("出来", "デキ", StringComparison.Ordinal).Replace("下サイ", "クダサイ", StringComparison.Ordinal), "");

    // In Japanese another letter is another word (入金, 出金); in a Latin word of some length it is a slip.
    private static bool Slipped(string one, string other)
    {
        var start = 0;
        while (start < Math.Min(one.Length, other.Length) && one[start] == other[start])
            start++;
        var (a, b) = (one.Length - 1, other.Length - 1);
        while (a >= start && b >= start && one[a] == other[b])
            (a, b) = (a - 1, b - 1);
        var (left, right) = (one[start..(a + 1)], other[start..(b + 1)]);
        var isSlip = (left.Length <= 1 && right.Length <= 1) || (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0]);
        return isSlip && (left + right).All(char.IsAsciiLetter) && LatinAround(one, start) >= LongWord && LatinAround(other, start) >= LongWord;
    }

    private static int LatinAround(string text, int at)
    {
        var (from, to) = (Math.Min(at, text.Length), at);
        while (from > 0 && char.IsAsciiLetter(text[from - 1]))
            from--;
        while (to < text.Length && char.IsAsciiLetter(text[to]))
            to++;
        return to - from;
    }

    // What is not said aloud.
    [GeneratedRegex(@"[\s\p{P}ー~〜|]+")]
    private static partial Regex Left();
}
