using System.Text.RegularExpressions;

namespace Madoguchi.Cases.Wording;

/// <summary>Telephone numbers in running text: of Japan, of the world, and of whoever writes them with dots or brackets. Order numbers, dates and serial numbers are none.</summary>
public static partial class Telephone
{
    private const int LabelBefore = 14;

    /// <param name="Digits">As compared: without the country's code and the first zero.</param>
    public sealed record Found(int Start, int Length, string Digits);

    /// <param name="folded">Folded as <see cref="Folded"/> folds.</param>
    public static IEnumerable<Found> In(string folded) =>
        from match in Candidate().Matches(folded)
        where IsNumber(match.Value) && !Label().IsMatch(folded[Math.Max(0, match.Index - LabelBefore)..match.Index])
        select new Found(match.Index, match.Length, Digits(match.Value));

    /// <summary>Whether one of these is meant, with or without the country's code.</summary>
    public static bool IsOneOf(string digits, IEnumerable<string> numbers) =>
        numbers.Any(n => n == digits || (Math.Min(n.Length, digits.Length) >= 8 && (n.EndsWith(digits, StringComparison.Ordinal) || digits.EndsWith(n, StringComparison.Ordinal))));

    /// <summary>The digits that are compared, of a number that somebody has written down.</summary>
    public static string Digits(string number)
    {
        var folded = Folded.Plain(number).Replace("(0)", "", StringComparison.Ordinal);
        var digits = string.Concat(folded.Where(char.IsAsciiDigit));
        return (folded.StartsWith("+81", StringComparison.Ordinal) || folded.StartsWith("+44", StringComparison.Ordinal) ? digits[2..] : digits).TrimStart('0');
    }

    private static bool IsNumber(string candidate)
    {
        var digits = candidate.Count(char.IsAsciiDigit);
        return candidate[0] == '+' ? digits is >= 8 and <= 15
            : Day().IsMatch(candidate) ? false
            : candidate[0] == '0' || candidate.StartsWith("(0", StringComparison.Ordinal) ? digits is >= 9 and <= 11
            : American().IsMatch(candidate);
    }

    // Digits with the usual signs between them; no letter, digit or sign of a longer token on either side.
    [GeneratedRegex(@"(?<![a-z0-9.#/_+-])(?:\+\d|\(\d|\d)(?:[ ()./ー~-]{0,2}\d){7,15}(?![a-z0-9_/]|-[a-z0-9]|\.\d)")]
    private static partial Regex Candidate();

    [GeneratedRegex(@"^(?:1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}$")]
    private static partial Regex American();

    [GeneratedRegex(@"^\d{4}[-./]\d{1,2}[-./]\d{1,2}|^\d{1,3}(\.\d{1,3}){3}$")]
    private static partial Regex Day();

    // "Order 0123456789": what it is stands before it.
    [GeneratedRegex(@"(?:(?:注文|受付|受注|合ワ?セ|伝票|追跡|製造|会員|契約|整理|客様|管理|予約|口座|製品|認証|確認|製造|請求書)(?:番号|コード|no\.?)|シリアル(?:ナンバー|番号|no\.?)?)\s*[ハガヲ:]?\s*$|\b(?:order|tracking|invoice|ticket|case|serial|reference|parcel|account|customer|confirmation)(?: number| no\.?| code| id)?(?: is|:|#)?\s*#?$")]
    private static partial Regex Label();
}
