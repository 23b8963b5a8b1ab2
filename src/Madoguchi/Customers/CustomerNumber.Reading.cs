using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Madoguchi.Shared;

namespace Madoguchi.Customers;

public sealed partial record CustomerNumber
{
    // Far more than thirteen signs and whatever stands between them; what is longer is not worth folding.
    private const int LongestInput = 100;

    public static NumberReading Read(string? input) => Read(input, out _);

    /// <summary>Forgives what hands and keyboards do: width, case, spaces, dashes, O for 0, I and L for 1.</summary>
    public static NumberReading Read(string? input, out CustomerNumber? number)
    {
        number = null;
        if (input is null || input.Length > LongestInput || !PlainText.IsStorable(input))
            return NumberReading.NotANumber;

        Span<char> signs = stackalloc char[LongestPayload + 1];
        var length = 0;
        foreach (var c in input.Normalize(NormalizationForm.FormKC))
        {
            if (IsBetween(c))
                continue;
            if (Meant(c) is not { } sign || length == signs.Length)
                return NumberReading.NotANumber;
            signs[length++] = sign;
        }

        if (length <= ShortestPayload)
            return NumberReading.NotANumber;
        if (!Signs.Agree(signs[..length]))
            return NumberReading.Mistyped;

        number = new(signs[..length].ToString());
        return NumberReading.Right;
    }

    public static bool TryParse([NotNullWhen(true)] string? input, [NotNullWhen(true)] out CustomerNumber? number) =>
        Read(input, out number) == NumberReading.Right;

    public static CustomerNumber Parse(string input) =>
        TryParse(input, out var number) ? number : throw new FormatException("Not a customer number, or its check is wrong.");

    // One and the same in every culture.
    static bool IParsable<CustomerNumber>.TryParse(string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out CustomerNumber result) =>
        TryParse(s, out result);

    static CustomerNumber IParsable<CustomerNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    // Beside Unicode's own dashes: what Japanese keyboards give for one (the long vowel mark, ruled lines), minus, wave; and the
    // invisible marks that come along when a number is copied from a page.
    private static bool IsBetween(char c) =>
        char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format
        || c is 'ー' or '−' or '⁃' or '─' or '━' or '~';

    // U is no sign of ours, but a number with a U in it is a number mistyped, not something else.
    private static char? Meant(char c) => char.ToUpperInvariant(c) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var sign when char.IsAsciiLetterOrDigit(sign) => sign,
        _ => null,
    };
}
