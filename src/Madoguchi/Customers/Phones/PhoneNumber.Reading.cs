using System.Globalization;
using System.Text;
using Madoguchi.Shared;

namespace Madoguchi.Customers.Phones;

public sealed partial record PhoneNumber
{
    // E.164 has 15 digits at most; with prefixes, and what people put between them.
    private const int Longest = 60;
    private const int MostDigits = 22;

    // Whatever the country: nobody is called back there.
    private static readonly HashSet<string> Emergencies = ["110", "118", "119", "112", "911", "999", "000", "111", "171", "188", "189", "100", "101", "102", "104", "113", "115", "117", "177"];

    /// <summary>Forgives width, hyphens of all kinds, brackets, spaces, <c>tel:</c>, and a code without its plus.</summary>
    public static Result<PhoneNumber, PhoneProblem> Read(string text, string country = Home)
    {
        if (text.Length > Longest || !PlainText.IsStorable(text) || Digits(text.Normalize(NormalizationForm.FormKC)) is not (var digits, var withCode))
            return PhoneProblem.NotANumber;
        if (Emergencies.Contains(digits))
            return PhoneProblem.Emergency;
        if (digits.Length > MostDigits)
            return PhoneProblem.TooLong;
        if (withCode)
            return Abroad(digits);

        var home = NumberingPlans.Of(country);
        if (home.Abroad?.Match(digits) is { Success: true } dialled && Abroad(digits[dialled.Length..]) is var far && !far.Refused(out _, out _))
            return far;
        var here = At([home], digits);
        // Telephone systems like to leave the plus out; and who is abroad dials 00.
        if (here.Refused(out var why, out var found) ? why is not PhoneProblem.TooShort : found.Kind is PhoneKind.Unknown)
        {
            var code = digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
            if ((code.Length < digits.Length || code.StartsWith(home.CallingCode, StringComparison.Ordinal)) && Abroad(code) is var meant && !meant.Refused(out _, out var known) && known.Kind is not PhoneKind.Unknown)
                return meant;
        }

        return here;
    }

    private static Result<PhoneNumber, PhoneProblem> Abroad(string digits)
    {
        for (var length = 1; length <= 3 && length < digits.Length; length++)
        {
            if (NumberingPlans.WithCode(digits[..length]) is { Count: > 0 } plans)
                return At(plans, digits[length..]);
        }

        return PhoneProblem.NoSuchNumber;
    }

    private static Result<PhoneNumber, PhoneProblem> At(IReadOnlyList<Territory> plans, string digits)
    {
        foreach (var plan in plans)
        {
            var national = plan.WithoutPrefix(digits);
            if (plan.KindOf(national) is { } kind && (plans.Count == 1 || plan.Claims(national)))
                return new PhoneNumber($"+{plan.CallingCode}{national}", plan.Country, national, kind);
        }

        var (main, rest) = (plans[0], plans[0].WithoutPrefix(digits));
        if (main.Fits(rest))
            return new PhoneNumber($"+{main.CallingCode}{rest}", main.Country, rest, PhoneKind.Unknown);
        return rest.Length < main.Lengths.Min() ? PhoneProblem.TooShort : rest.Length > main.Lengths.Max() ? PhoneProblem.TooLong : PhoneProblem.NoSuchNumber;
    }

    // Null: something else than a number.
    private static (string Digits, bool WithCode)? Digits(string text)
    {
        text = text.Trim();
        if (text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            text = text[4..];
        var (digits, withCode) = (new StringBuilder(), false);
        foreach (var c in text)
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit)
                digits.Append((char)('0' + digit));
            else if (c is '+' && digits.Length == 0 && !withCode)
                withCode = true;
            else if (!IsBetween(c))
                return null;
        }

        return digits.Length == 0 ? null : (digits.ToString(), withCode);
    }

    // Unicode's dashes, what Japanese keyboards give for one, and the marks that come along when a number is copied.
    private static bool IsBetween(char c) =>
        char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format
        || c is 'ー' or '−' or '⁃' or '─' or '━' or '~' or '(' or ')' or '[' or ']' or '.' or '/' or '·' or '・';
}
