using System.Globalization;
using System.Text;

namespace Madoguchi.Search;

/// <summary>Folded text cut for the index: two characters that stand together are a piece, the last of a run is one by itself; Latin words and
/// numbers are whole. What is neither letter nor digit stands between the runs.</summary>
public static class Pieces
{
    /// <summary>A word or number of more signs is known by its first ones.</summary>
    private const int LongestWhole = 60;

    private enum Kind { Between, Pairs, Word, Number }

    /// <summary>All pieces of a text, once each, as both engines take them: with blanks between.</summary>
    public static string Of(string folded)
    {
        var pieces = new HashSet<string>();
        foreach (var (kind, signs) in Runs(folded))
        {
            if (kind is Kind.Pairs)
            {
                for (var i = 0; i < signs.Count; i++)
                    pieces.Add(Joined(signs, i, 2));
            }
            else
            {
                pieces.Add(Joined(signs, 0, LongestWhole));
            }
        }

        return string.Join(' ', pieces);
    }

    /// <summary>What must be in the index of every text in which the sought word stands; <c>IsBegin</c>: any piece that begins so will do.</summary>
    public static IReadOnlyList<(string Piece, bool IsBegin)> Sought(string word)
    {
        var (pieces, end) = (new List<(string, bool)>(), 0);
        foreach (var (kind, signs) in Runs(word))
        {
            end = word.IndexOf(Joined(signs, 0, signs.Count), end, StringComparison.Ordinal) + Joined(signs, 0, signs.Count).Length;
            if (kind is not Kind.Pairs)
                pieces.Add((Joined(signs, 0, LongestWhole), end == word.Length));
            else if (signs.Count == 1)
                pieces.Add((Joined(signs, 0, 1), end == word.Length));
            for (var i = 0; kind is Kind.Pairs && i + 1 < signs.Count; i++)
                pieces.Add((Joined(signs, i, 2), false));
        }

        return [.. pieces.Distinct()];
    }

    /// <summary>Whether a Latin word or a number begins before this place and goes on through it: in the middle of one nothing is found.</summary>
    public static bool IsInside(string folded, int at)
    {
        var here = KindOf(Rune.GetRuneAt(folded, at), Kind.Between);
        if (here is not (Kind.Word or Kind.Number))
            return false;
        var before = at - 1;
        while (before >= 0 && IsMark(RuneBefore(folded, before)))
            before -= RuneBefore(folded, before).Utf16SequenceLength;
        return before >= 0 && KindOf(RuneBefore(folded, before), Kind.Between) == here;
    }

    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static Rune RuneBefore(string text, int last) => Rune.GetRuneAt(text, char.IsLowSurrogate(text[last]) ? last - 1 : last);

    private static string Joined(List<Rune> signs, int from, int atMost) => string.Concat(signs.Skip(from).Take(atMost));

    private static IEnumerable<(Kind Kind, List<Rune> Signs)> Runs(string folded)
    {
        var (kind, signs) = (Kind.Between, new List<Rune>());
        foreach (var rune in folded.EnumerateRunes())
        {
            var next = KindOf(rune, kind);
            if (next != kind && signs.Count > 0)
            {
                yield return (kind, signs);
                signs = [];
            }

            kind = next;
            if (kind is not Kind.Between)
                signs.Add(rune);
        }

        if (signs.Count > 0)
            yield return (kind, signs);
    }

    // A mark belongs to what it stands on.
    private static Kind KindOf(Rune rune, Kind before) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter =>
            IsSpaced(rune.Value) ? Kind.Word : Kind.Pairs,
        UnicodeCategory.LetterNumber => Kind.Pairs, // 〇
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber => Kind.Number,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => before,
        _ => Kind.Between,
    };

    // Scripts that put blanks between words: Latin, Greek, Cyrillic and their neighbours, before Thai.
    private static bool IsSpaced(int value) => value is < 0x0E00 or >= 0x1E00 and <= 0x1FFF;
}
