using System.Text.RegularExpressions;

namespace Madoguchi.Findings.Answering;

/// <summary>The sentences of a story that say what was seen: pure. In the customer's own words and order, so that they see that they were read.</summary>
public static partial class KeySentences
{
    private const int Longest = 140;
    private const int Most = 2;

    /// <param name="happened">The words by which they say that something happened.</param>
    public static IReadOnlyList<string> Of(string story, IReadOnlyList<string> happened)
    {
        var sentences = Sentence().Matches(story).Select(m => m.Value.Trim()).Where(s => s.Any(char.IsLetterOrDigit)).ToList();
        var told = sentences.Select((s, place) => (Text: s, Place: place, Weight: Weight(s, happened))).Where(s => s.Weight > 0).OrderByDescending(s => s.Weight).ThenBy(s => s.Place).Take(Most).OrderBy(s => s.Place).Select(s => s.Text);
        return [.. told.DefaultIfEmpty(sentences.FirstOrDefault(s => !Courtesy().IsMatch(s)) ?? sentences.FirstOrDefault() ?? "").Where(s => s.Length > 0).Select(Cut)];
    }

    // When, what stood there, what happened: each says more than a courtesy, a demand or a question.
    private static int Weight(string sentence, IReadOnlyList<string> happened) =>
        (Courtesy().IsMatch(sentence) ? -6 : 0) + (Question().IsMatch(sentence) ? -2 : 0) + (happened.Any(h => sentence.Contains(h, StringComparison.Ordinal)) ? 3 : 0)
        + (Clock().IsMatch(sentence) ? 3 : 0) + (Quoted().IsMatch(sentence) ? 2 : 0) + (Seen().IsMatch(sentence) ? 2 : 0) + (But().IsMatch(sentence) ? 2 : 0) + (Self().IsMatch(sentence) ? -2 : 0) + (sentence.Length is >= 8 and <= Longest ? 1 : 0) - 1;

    private static string Cut(string sentence) => sentence.Length <= Longest ? sentence : sentence[..(Longest - 1)] + "…";

    [GeneratedRegex(@"[^。．!?！？\n.]*(?:\.(?!\s|$)[^。．!?！？\n.]*)*(?:[。．!?！？]+|\.(?=\s|$)|\n|$)")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"お世話に|はじめまして|こんにち[はわ]|こんばん[はわ]|よろしく|お願い(?:し|いた|致|申)|失礼(?:し|いた)|ありがとう|^(?:hi|hello|dear|good (?:morning|evening|afternoon))\b|\bthank|\bregards\b|\bsincerely\b|\bplease (?:help|look|check|let me know)", RegexOptions.IgnoreCase)]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"[?？]|でしょうか|ですか|ませんか|ください")]
    private static partial Regex Question();

    [GeneratedRegex(@"\d{1,2}[:：]\d{2}|\d{1,2}\s*時|\d{1,2}\s*月\s*\d{1,2}\s*日|\d{1,2}\s*[ap]\.?m\b|昨日|昨夜|今朝|yesterday|last night|this morning", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex("「[^」]+」|『[^』]+』|“[^”]+”|\"[^\"]+\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"ところが|しかし|なのに|のに、|けれど|のまま|\b(?:but|however|then|yet|still|instead)\b", RegexOptions.IgnoreCase)]
    private static partial Regex But();

    [GeneratedRegex(@"者です|と申します|\bmy name is\b", RegexOptions.IgnoreCase)]
    private static partial Regex Self();

    [GeneratedRegex(@"表示|完了|出(?:た|ました|て)|届(?:き|い)|入力|登録|ロック|エラー|\b(?:said|showed|shows|saw|complete|completed|error|locked|received|entered|registered|arrived)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Seen();
}
