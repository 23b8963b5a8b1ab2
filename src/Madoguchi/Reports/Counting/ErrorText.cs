using System.Text;
using System.Text.RegularExpressions;

namespace Madoguchi.Reports.Counting;

/// <summary>One error in many wordings: what differs from one customer to the next (numbers, ids, times) is folded into <c>#</c>.</summary>
public static partial class ErrorText
{
    private const int Longest = 120;

    public static string? Fold(string? told)
    {
        if (told is null)
            return null;
        var text = Numbers().Replace(Ids().Replace(told.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), "#"), "#");
        text = Spaces().Replace(text, " ").Trim();
        if (text.Length > Longest)
            text = text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
        return text.Length == 0 ? null : text;
    }

    // A run of eight or more hex digits with at least one figure in it, with or without 0x and hyphens: an address, a hash, a UUID.
    [GeneratedRegex(@"\b(?:0x)?(?=[0-9a-f-]*[0-9])[0-9a-f](?:-?[0-9a-f]){7,}\b")]
    private static partial Regex Ids();

    [GeneratedRegex(@"[0-9]+(?:[.,:][0-9]+)*")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
