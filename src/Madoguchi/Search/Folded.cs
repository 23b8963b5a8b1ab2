using System.Globalization;
using System.Text;
using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Search;

/// <summary>A text as it is sought: NFKC, lower case, katakana, without signs that nobody sees; and where in the original each of its signs came from.</summary>
public sealed class Folded
{
    /// <summary>Raised when the same text folds or is cut otherwise than before: then everything is learned anew.</summary>
    public const int Version = 1;

    private readonly List<(int Start, int End)> origins;

    private Folded(string text, List<(int Start, int End)> origins) => (Text, this.origins) = (text, origins);

    public string Text { get; }

    public static Folded Of(string original)
    {
        var (text, origins) = (new StringBuilder(original.Length), new List<(int, int)>(original.Length));
        for (var at = 0; at < original.Length;)
        {
            if (IsPlain(original[at]) && (at + 1 == original.Length || IsPlain(original[at + 1])))
            {
                text.Append(Sign(original[at]));
                origins.Add((at, ++at));
                continue;
            }

            // What grows together or falls apart under NFKC (ﾊ and ﾞ, ㍿, が in two signs) stands in one text element.
            var length = StringInfo.GetNextTextElementLength(original, at);
            foreach (var c in PlainText.Normal(original.Substring(at, length), NormalizationForm.FormKC))
            {
                text.Append(Sign(c));
                origins.Add((at, at + length));
            }

            at += length;
        }

        return Seen(text.ToString(), origins);
    }

    /// <summary>The signs of the original that a piece of the folded text came from.</summary>
    public (int Start, int End) Origin(int start, int length) => (origins[start].Start, origins[start + length - 1].End);

    private static char Sign(char c) => char.IsWhiteSpace(c) ? ' ' : Folding.Sign(c);

    // Joiners, soft hyphens, variants of one character: copied along, typed by nobody.
    private static Folded Seen(string text, List<(int, int)> origins)
    {
        if (!HasUnseen(text))
            return new(text, origins);
        var (seen, left) = (new StringBuilder(text.Length), new List<(int, int)>(text.Length));
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            for (var i = 0; i < rune.Utf16SequenceLength && !IsUnseen(rune); i++)
            {
                seen.Append(text[at + i]);
                left.Add(origins[at + i]);
            }

            at += rune.Utf16SequenceLength;
        }

        return new(seen.ToString(), left);
    }

    private static bool HasUnseen(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsUnseen(rune))
                return true;
        }

        return false;
    }

    private static bool IsUnseen(Rune rune) =>
        rune.Value >= 0xAD && (rune.Value is 0x34F or >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format);

    // Most of all text: signs that NFKC leaves alone, and that grow together with nothing but a mark after them.
    private static bool IsPlain(char c) => c is >= ' ' and <= '~' or >= 'ぁ' and <= 'ゖ' or >= 'ァ' and <= 'ー' or >= '一' and <= '\u9FFF' or '、' or '。' or '\n';
}
