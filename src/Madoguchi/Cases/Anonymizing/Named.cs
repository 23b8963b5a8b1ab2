using System.Text.RegularExpressions;

namespace Madoguchi.Cases.Anonymizing;

/// <summary>Names of people in running text: those that are known, and those that are introduced or addressed as a name.</summary>
internal static partial class Named
{
    private static readonly string[] NotNames =
    [
        "お客", "客", "皆", "みな", "お疲れ", "ご苦労", "お世話", "お陰", "奥", "神", "王", "殿", "担当者", "御担当者", "ご担当者", "関係者", "業者", "店員", "係員", "受付", "運営", "各位", "貴社", "御社", "両親", "母", "父", "兄", "姉", "弟", "妹", "娘", "息子", "子", "赤", "旦那", "主人", "先生", "上司", "部長", "課長", "社長", "店長", "ばあ", "じい", "何", "誰", "同", "一", "多",
    ];

    public static IReadOnlyList<(int Start, int Length)> In(string shade, IEnumerable<string?> names) =>
        [.. Known(shade, names), .. Said(shade) is { Count: > 0 } said ? said.Concat(Known(shade, said.Select(s => shade.Substring(s.Start, s.Length)).Where(IsTelling))) : []];

    // Once somebody is introduced, they are known wherever they stand; a sound of two kana stands everywhere.
    private static bool IsTelling(string name) => name.Length > 2 ? !name.All(c => c is >= 'ぁ' and <= 'ん') : name.All(c => c is >= '一' and <= '鿿');

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

    private static IReadOnlyList<(int Start, int Length)> Said(string shade) =>
        [.. new[] { Introduced(), Presented(), Addressed(), Titled(), Signed(), CalledByKin(), Ranked(), Labelled(), FromFirm(), Firm(), Below(), CalledMe(), OfMine(), Owning(), Dashed(), House(), Handle() }.SelectMany(r => r.Matches(shade)).Select(m => m.Groups.Values.Skip(1).First(g => g.Success)).Where(g => !IsNoName(g.Value)).Select(g => (g.Index, g.Length))];

    private static bool IsNoName(string word) => NotNames.Any(n => n.Length == 1 ? word == n : word.EndsWith(n, StringComparison.Ordinal)); // 子 is nobody, 花子 is somebody

    [GeneratedRegex(@"(?<![々一-鿿])([々一-鿿]{1,4} ?[々一-鿿ぁ-んァ-ヶー]{0,5}?|[ァ-ヶー]{2,10}(?: [ァ-ヶー]{2,10})?)(?:\([ぁ-んァ-ヶー ]{2,20}\))?(?=と申し|ともうし|と言います|といいます|と言う者|という者)")]
    private static partial Regex Introduced();

    [GeneratedRegex(@"\b(?:[Mm]y name is|[Mm]y name's|[Ii] am called|[Tt]his is) ([A-Z][a-z'-]{1,20}(?: [A-Z][a-z'-]{1,20}){0,2})")]
    private static partial Regex Presented();

    [GeneratedRegex(@"(?<![々一-鿿ァ-ヶー・])([々一-鿿]{1,4}|[ァ-ヶー]{2,8}(?:[・ ][ァ-ヶー]{1,10}){0,2})(?= ?(?:さま|さん|(?:様|氏)(?![々一-鿿])))")]
    private static partial Regex Addressed();

    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Miss|Dr|Dear)\.? (?!(?:Mr|Mrs|Ms|Miss|Dr)\b)([A-Z][a-z'-]{1,20}(?: [A-Z][a-z'-]{1,20})?)(?=[,.!?\s]|$)")]
    private static partial Regex Titled();

    [GeneratedRegex(@"(?:[Rr]egards|[Ss]incerely|[Cc]heers|[Tt]hanks|[Tt]hank you|[Yy]ours|[Bb]est|[Ww]armly|[Ww]ishes)[,.!]?\s{1,3}([A-Z][a-z'-]{1,20}(?: [A-Z][a-z'-]{1,20}){0,2})\s*$")]
    private static partial Regex Signed();

    // 大輝くん, さくらちゃん: as one calls those who are near.
    [GeneratedRegex(@"(?:(?<![々一-鿿])([々一-鿿]{1,3})|(?<=[のと、。\s]|^)([ぁ-ん]{2,4}|[ァ-ヶー]{2,6}))(?=(?:くん|君|ちゃん)(?![々一-鿿]))")]
    private static partial Regex CalledByKin();

    [GeneratedRegex(@"(?<![々一-鿿])(?!(?:営業|総務|人事|経理|開発|技術|情報|担当|代表|学校|高校|大学|部|支店|本店|店|現場|工場)(?:先|部|課|社|店|主|係|教))([々一-鿿]{2,3})(?=(?:先生|部長|課長|係長|社長|店長|主任|教授)(?![々一-鿿]))")]
    private static partial Regex Ranked();

    // 氏名：小林健太, Name: Grace O'Connor
    [GeneratedRegex(@"(?:氏名|(?<!ファイル|商品|製品|ユーザー|品|件)名前|名義人|宛名|差出人|申込者|契約者|受取人)(?: ?[:はが] ?| )(?!表示|変更|登録|入力|確認|間違|長|必要|不明|空欄|正|漢字|英|違|出|消|同|合)([々一-鿿]{1,4}(?: ?[々一-鿿]{1,3})?[ぁ-んァ-ヶー]{0,5}?|[ァ-ヶー]{2,8}(?:[ ・][ァ-ヶー]{2,8})?)(?=です|でした|でござ|のまま|になって|[、。,\s]|$)|\b(?:[Nn]ame|[Cc]ustomer|[Cc]ontact|[Ss]ender|[Rr]ecipient|[Aa]ttn)\s?: ?([A-Z][A-Za-z'-]{1,20}(?: [A-Z][A-Za-z'-]{1,20}){0,2})")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(?:(?:株式|有限|合同)会社[々一-鿿ァ-ヶーA-Za-z0-9]{1,14}|[々一-鿿ァ-ヶーA-Za-z0-9]{1,14}(?:株式|有限|合同)会社)の([々一-鿿]{1,4})(?=です|でござ|と申)")]
    private static partial Regex FromFirm();

    [GeneratedRegex(@"((?:株式|有限|合同)会社[々一-鿿ァ-ヶーA-Za-z0-9]{1,14}|[々一-鿿ァ-ヶーA-Za-z0-9]{1,14}(?:株式|有限|合同)会社)")]
    private static partial Regex Firm();

    [GeneratedRegex(@"お願い(?:いた|致)?(?:し|申し上げ)ます。?\s{0,3}([々一-鿿]{1,4}(?: [々一-鿿]{1,3})?)\s*$")]
    private static partial Regex Below();

    [GeneratedRegex(@"\b(?:(?:I'm|I am) ([A-Z][a-z'-]{1,20}(?: [A-Z][a-z'-]{1,20})?)(?=[,.!]| from\b| and I\b|\s*$)|(?:[Ii]t's|[Ii]t is|[Hh]ere is) ([A-Z][a-z'-]{1,20} [A-Z][a-z'-]{1,20})(?= again|[,.!]|\s*$))")]
    private static partial Regex CalledMe();

    [GeneratedRegex(@"\b(?:[Mm]y (?:wife|husband|son|daughter|mother|father|mum|mom|dad|sister|brother|colleague|boss|friend|partner|neighbou?r|assistant)|[Yy]our (?:colleague|agent)|in the name of|on behalf of|(?:spoke|talked|speaking) (?:with|to)|signed by) ([A-Z][a-z'-]{1,20}(?: [A-Z][a-z'-]{1,20})?)\b")]
    private static partial Regex OfMine();

    [GeneratedRegex(@"\b(?!(?:It|That|There|What|Let|Here|Today|Yesterday|Who|Where|How|One|Someone|Everyone|Customer|Company)')([A-Z][a-z]{2,20})(?='s (?:laptop|phone|account|computer|tablet|card|e-?mail|address|password|order|device|subscription|house|room)\b)")]
    private static partial Regex Owning();

    [GeneratedRegex(@"\n\s?[-~] ?([A-Z][a-z'-]{1,20}(?: [A-Z][a-z'-]{0,20}\.?){0,2})\s*$")]
    private static partial Regex Dashed();

    [GeneratedRegex(@"\b((?:[A-Z][\w&'-]{1,20} ){1,3}(?:Ltd|Limited|Inc|LLC|GmbH|Corp|Corporation|Company|Bakery|School|University|Hospital|Clinic))\b")]
    private static partial Regex House();

    // As somebody is called where many meet.
    [GeneratedRegex(@"(?<![A-Za-z0-9._%+@/-])(@[A-Za-z0-9_]{3,30})(?![A-Za-z0-9_.]*[@/])")]
    private static partial Regex Handle();
}
