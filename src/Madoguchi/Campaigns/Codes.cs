using System.Globalization;
using System.Text;
using Madoguchi.Shared;

namespace Madoguchi.Campaigns;

/// <summary>Codes that people copy from a screen or a slip of paper, and receipts that they read out: the signs of the customer number, and a check.</summary>
public static class Codes
{
    public const int Shortest = 4;
    public const int Longest = 64;

    /// <summary>Of a code made here, the check included: 13 signs of 5 bits are 65 bits, which nobody guesses.</summary>
    public const int Signs = 14;

    /// <summary>Of a receipt: it proves nothing by itself, and shall be short enough to be read out.</summary>
    public const int ReceiptSigns = 11;

    // Of the longest one that is worth looking at.
    private const int LongestTyped = 200;

    /// <param name="random">One byte for each sign but the check.</param>
    public static string Of(ReadOnlySpan<byte> random)
    {
        Span<char> signs = stackalloc char[random.Length + 1];
        for (var i = 0; i < random.Length; i++)
            signs[i] = Customers.Signs.All[random[i] & 31];
        signs[^1] = Customers.Signs.Check(signs[..^1]);
        return signs.ToString();
    }

    /// <summary>In groups that the eye holds.</summary>
    public static string Printed(string folded)
    {
        var groups = (folded.Length + 4) / 5;
        var printed = new StringBuilder();
        for (int at = 0, left = groups; left > 0; left--)
        {
            var size = (folded.Length - at + left - 1) / left;
            printed.Append(at == 0 ? "" : "-").Append(folded, at, size);
            at += size;
        }

        return printed.ToString();
    }

    /// <summary>Forgives what hands and keyboards do: width, case, spaces, dashes, O for 0, I and L for 1. What is far too long is no code.</summary>
    public static string Fold(string typed)
    {
        if (typed.Length > LongestTyped || !PlainText.IsStorable(typed))
            return "";
        var folded = new StringBuilder(typed.Length);
        foreach (var c in PlainText.Normal(typed, NormalizationForm.FormKC))
        {
            if (!IsBetween(c))
                folded.Append(char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', var sign => sign });
        }

        return folded.ToString();
    }

    /// <summary>As many signs as ours have, and the check says that one of them is wrong; or nearly as many. Only of campaigns whose codes are all ours.</summary>
    public static bool IsSlip(string folded) => folded.Length is >= Signs - 2 and <= Signs + 2 && !(folded.Length == Signs && Customers.Signs.Agree(folded));

    /// <summary>What Japanese keyboards give for a dash, and the marks that come along when something is copied from a page.</summary>
    private static bool IsBetween(char c) =>
        char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format or UnicodeCategory.Control || c is 'ー' or '−' or '⁃' or '─' or '━' or '~';
}
