using System.Text;
using System.Text.RegularExpressions;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Noticing;

/// <summary>One error in many wordings: what differs from one customer to the next (numbers, ids, times) is folded into <c>#</c>.</summary>
public static partial class ErrorText
{
    private const int Longest = 120;

    /// <summary>A code is no longer than this; what is longer is somebody's id.</summary>
    private const int LongestCode = 12;

    /// <summary>What errors are counted by. Where nothing but a code was told (E-1234, HTTP 503), the code is the error and stays.</summary>
    public static string? Fold(string? told)
    {
        if (told is null)
            return null;
        var plain = Bare(told);
        var text = Folded(plain);
        return Cut(CodeAlone().IsMatch(text) && plain.Length <= text.Length - 1 + LongestCode ? plain : text);
    }

    /// <summary>The same with its short numbers: E-101 and E-777 of one wording are two errors.</summary>
    public static string? Exact(string? told) => told is null ? null : Cut(Spaces().Replace(LongNumbers().Replace(Ids().Replace(Bare(told), "#"), "#"), " ").Trim());

    /// <summary>Width, case and white space are one.</summary>
    public static string Spaced(string told) => Spaces().Replace(PlainText.Normal(told, NormalizationForm.FormKC).ToLowerInvariant(), " ").Trim();

    // "Error: …" and "…" in quotes say the same. Of a whole story the beginning is enough: what is told is cut in the end.
    private static string Bare(string told) => Announcing().Replace(Spaced(PlainText.Beginning(told, LongestRead)), "").Trim(' ', '。', '.', '、', ',', '!', '"', '“', '”', '「', '」', '『', '』');

    private static string Folded(string plain) => Spaces().Replace(Numbers().Replace(Ids().Replace(plain, "#"), "#"), " ").Trim();

    private static string? Cut(string text)
    {
        if (text.Length > Longest)
            text = PlainText.Beginning(text, Longest) + "…";
        return text.Length == 0 ? null : text;
    }

    [GeneratedRegex(@"^(?:エラー(?:メッセージ|コード|番号)?|error(?: (?:code|message|number|text))?)\s*[:=]\s*(?=.)")]
    private static partial Regex Announcing();

    // One number, and besides it only what every error has.
    [GeneratedRegex(@"^(?:(?:error|err|code|http|https|status|no|エラー|コード|番号|ステータス)[\s.:()「」""'・は_-]*)*[a-z]{0,6}[-_ ]?#[\s.:()「」""'・_-]*(?:(?:error|code|エラー|コード|番号|です)[\s.。:()「」""'・]*)*$")]
    private static partial Regex CodeAlone();

    // Somebody's mail address; or a run of eight or more hex digits with at least one figure in it, with or without 0x and hyphens: an address, a hash, a UUID.
    [GeneratedRegex(@"\b[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,100}\.[a-z]{2,24}\b|\b(?:0x)?(?=[0-9a-f-]*[0-9])[0-9a-f](?:-?[0-9a-f]){7,}\b")]
    private static partial Regex Ids();

    [GeneratedRegex(@"[0-9]+(?:[.,:][0-9]+)*")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[0-9]{7,}|[0-9]+(?:[.,:][0-9]+)+")]
    private static partial Regex LongNumbers();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
