using System.Text.RegularExpressions;

namespace Madoguchi.Cases.Anonymizing;

/// <summary>Names of people in running text: those that are known, and those that are introduced or addressed as a name.</summary>
internal static partial class Named
{
    private static readonly string[] NotNames =
    [
        "お客", "客", "皆", "みな", "お疲れ", "ご苦労", "お世話", "お陰", "奥", "神", "王", "殿", "担当者", "御担当者", "ご担当者", "関係者", "業者", "店員", "係員", "受付", "運営", "各位", "貴社", "御社", "両親", "母", "父", "兄", "姉", "弟", "妹", "娘", "息子", "子", "赤", "旦那", "主人", "先生", "上司", "部長", "課長", "社長", "店長", "何", "誰", "同", "一", "多",
    ];

    public static IEnumerable<(int Start, int Length)> In(string shade, IEnumerable<string?> names) =>
        Known(shade, names).Concat(Said(shade));

    private static IEnumerable<(int Start, int Length)> Known(string shade, IEnumerable<string?> names)
    {
        foreach (var name in names.OfType<string>().SelectMany(n => Parts(Shade.Of(n.Trim()))).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            for (var at = shade.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = shade.IndexOf(name, at + name.Length, StringComparison.OrdinalIgnoreCase))
            {
                if (!Joins(shade, at - 1, name[0]) && !Joins(shade, at + name.Length, name[^1]))
                    yield return (at, name.Length);
            }
        }
    }

    // 山野 太郎 is 山野, 太郎 and 山野太郎; a single letter is nobody's name.
    private static IEnumerable<string> Parts(string name)
    {
        string[] parts = [.. name.Split([' ', '・', '\t'], StringSplitOptions.RemoveEmptyEntries)];
        return ((string[])[name, string.Concat(parts), .. parts]).Where(p => p.Length >= 2);
    }

    private static bool Joins(string text, int at, char edge) =>
        at >= 0 && at < text.Length && char.IsAsciiLetterOrDigit(edge) && char.IsAsciiLetterOrDigit(text[at]);

    private static IEnumerable<(int Start, int Length)> Said(string shade) =>
        new[] { Introduced(), Presented(), Addressed(), Titled(), Signed() }.SelectMany(r => r.Matches(shade)).Select(m => m.Groups[1]).Where(g => !IsNoName(g.Value)).Select(g => (g.Index, g.Length));

    private static bool IsNoName(string word) => NotNames.Any(n => word.EndsWith(n, StringComparison.Ordinal));

    [GeneratedRegex(@"(?<![々一-鿿])([々一-鿿]{1,4} ?[々一-鿿ぁ-んァ-ヶー]{0,5}?|[ァ-ヶー]{2,10}(?: [ァ-ヶー]{2,10})?)(?=と申し|ともうし|と言います|といいます|と言う者|という者)")]
    private static partial Regex Introduced();

    [GeneratedRegex(@"\b(?:[Mm]y name is|[Mm]y name's|[Ii] am called|[Tt]his is) ([A-Z][a-z'-]{1,20}(?: [A-Z][a-z'-]{1,20}){0,2})")]
    private static partial Regex Presented();

    [GeneratedRegex(@"(?<![々一-鿿ァ-ヶー])([々一-鿿]{1,4}|[ァ-ヶー]{2,8})(?= ?(?:様|さま|さん|氏)(?![々一-鿿]))")]
    private static partial Regex Addressed();

    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Miss|Dr|Dear)\.? (?!(?:Mr|Mrs|Ms|Miss|Dr)\b)([A-Z][a-z'-]{1,20}(?: [A-Z][a-z'-]{1,20})?)(?=[,.!?\s]|$)")]
    private static partial Regex Titled();

    [GeneratedRegex(@"(?:[Rr]egards|[Ss]incerely|[Cc]heers|[Tt]hanks|[Tt]hank you|[Yy]ours)[,.!]?\s{1,3}([A-Z][a-z'-]{1,20}(?: [A-Z][a-z'-]{1,20}){0,2})\s*$")]
    private static partial Regex Signed();
}
