using System.Text.RegularExpressions;

namespace Madoguchi.Cases.Anonymizing;

/// <summary>What tells who somebody is, by its shape: links, mail addresses, where they live, the numbers that they are kept under. Error codes, versions and dates are nobody's.</summary>
internal static partial class Private
{
    private const int ManyDigits = 6;

    // With what leads there, or without it where a path follows.
    [GeneratedRegex(@"(?:https?://|ftp://|www\.)[^\s「」『』()（）<>、。""']+|(?<![A-Za-z0-9_@.-])(?:[a-z0-9-]{1,40}\.){1,4}(?:com|jp|net|org|io|co|dev|app|info|biz|me|tv|uk|de|eu)/[!-~]{1,300}", RegexOptions.IgnoreCase)]
    public static partial Regex Links();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]{1,64} ?[\[(]at[\])] ?[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,24}|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,24}")]
    public static partial Regex Mails();

    public static IEnumerable<(int Start, int Length)> Addresses(string shade) =>
        new[] { Postal(), Prefecture(), Block(), Street(), Box() }.SelectMany(r => r.Matches(shade)).Select(m => (m.Index, m.Length));

    public static IEnumerable<(int Start, int Length)> Numbers(string shade) =>
        new[] { Labelled(), Born(), Called(), Plate() }.SelectMany(r => r.Matches(shade)).Select(m => m.Groups.Values.Skip(1).First(g => g.Success)).Select(g => (g.Index, g.Length))
            .Concat(Card().Matches(shade).Select(m => (m.Index, m.Length)))
            .Concat(Machine().Matches(shade).Select(m => (m.Index, m.Length)))
            .Concat(Host().Matches(shade).Where(m => m.Value.Split('.').All(p => int.Parse(p, System.Globalization.CultureInfo.InvariantCulture) <= 255)).Select(m => (m.Index, m.Length)))
            .Concat(Token().Matches(shade).Where(m => IsSomebodys(m.Value)).Select(m => (m.Index, m.Length)));

    private static bool IsSomebodys(string token) =>
        token.Count(char.IsAsciiDigit) >= ManyDigits && !Day().IsMatch(token) && !token.StartsWith("0x", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"〒\s?\d{3}-?\d{4}|(?<![\d-])\d{3}-\d{4}(?![\d-])|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b")]
    private static partial Regex Postal();

    // 東京都千代田区丸の内: from the prefecture to where the block ends.
    [GeneratedRegex(@"(?:東京都|北海道|(?:京都|大阪)府|(?:神奈川|和歌山|鹿児島|[々一-鿿]{2})県) ?[々一-鿿ぁ-んァ-ヶ]{1,7}?[市区郡町村](?:[々一-鿿]{1,4}[区町村])?(?:[々一-鿿ァ-ヶのケヶ]{1,6}(?=[ 0-9一二三四五六七八九十]))?(?: ?[0-9一二三四五六七八九十]{1,4}(?:丁目|番地?|号室?|[-ーのノ](?=[0-9]))?)*(?: ?[々一-鿿ァ-ヶーA-Za-z]{2,14} ?[0-9]{1,4}号室?)?")]
    private static partial Regex Prefecture();

    // 緑区中央2-3-4, 中央町3丁目5番1号: a place, and figures as only addresses have them.
    [GeneratedRegex(@"(?:[々一-鿿]{1,5}[市区郡町村]){0,3}[々一-鿿ァ-ヶ](?:の?[々一-鿿ァ-ヶ]){0,6} ?(?:[0-9]{1,3}-[0-9]{1,4}-[0-9]{1,4}(?:-[0-9]{1,4})?|[0-9]{1,3}の[0-9]{1,3}の[0-9]{1,4}|[0-9一二三四五六七八九十]{1,3}丁目(?: ?[0-9一二三四五六七八九十]{1,4}(?:番地?|号|[-ーの][0-9]{1,4}))*)(?:の?[0-9]{1,4}号室)?")]
    private static partial Regex Block();

    [GeneratedRegex(@"\b\d{1,5}[A-Za-z]? (?:[A-Z][A-Za-z']{1,20}\.? ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Ct|Square|Sq|Terrace|Close|Crescent|Place|Pl)\b\.?(?:,? (?:Apt|Apartment|Unit|Flat|Suite|#)\.? ?\w{1,6})?")]
    private static partial Regex Street();

    [GeneratedRegex(@"(?:(?:注文|受注|受付|お?客様|顧客|会員|契約|口座|製造|伝票|追跡|予約|カード|保険証|免許証?|管理|請求書?)(?:番号|コード|ID|id|No\.?)|シリアル(?:番号|ナンバー|No\.?)?|(?:ユーザー|アカウント|ログイン|会員) ?(?:ID|名)|\b(?:[Oo]rder|[Aa]ccount|[Cc]ustomer|[Ii]nvoice|[Tt]racking|[Ss]erial|[Mm]embership|[Mm]ember|[Rr]eference|[Bb]ooking|[Pp]assport|[Cc]ard|[Uu]ser|[Tt]icket|[Cc]ase|[Rr]eceipt)(?: ?(?:number|no\.?|ID|id|code|#))+|\bS/?N)\s{0,2}(?:は|が|を|is|:|：|=|#)?\s{0,2}[「""']?((?=[A-Za-z_.-]{0,24}\d)[A-Za-z0-9][A-Za-z0-9_.-]{2,30}(?<![.-]))")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(?<![\d-])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\d-])|(?<![\d-])3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?![\d-])")]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")]
    private static partial Regex Host();

    [GeneratedRegex(@"(?<![A-Za-z0-9.])[A-Za-z0-9]+(?:-[A-Za-z0-9]+){0,6}(?![A-Za-z0-9]|\.\d)")]
    private static partial Regex Token();

    [GeneratedRegex(@"^(?:19|20)\d{2}-?[01]\d-?[0-3]\d$")]
    private static partial Regex Day();

    [GeneratedRegex(@"\bP\.?O\.? ?Box \d{1,6}\b|\b[A-ZÄÖÜ][a-zäöüß]{2,30}(?:straße|strasse|str\.|weg|platz|allee|gasse) \d{1,4}[a-z]?(?:, \d{5} [A-ZÄÖÜ][a-zäöüß]{2,30})?")]
    private static partial Regex Box();

    // A day is somebody's when they were born on it.
    [GeneratedRegex(@"(?:生年月日|誕生日|生まれた?日)(?:は|が|を|:)? ?((?:19|20)\d{2}(?:年|[/.-])\d{1,2}(?:月|[/.-])\d{1,2}日?)|\b(?:[Bb]orn on|[Dd]ate of [Bb]irth|DOB|[Bb]irthday)(?: is|:)? (\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{1,2},? \d{4})")]
    private static partial Regex Born();

    [GeneratedRegex(@"(?:(?:LINE|Discord|Skype|Instagram|インスタ|ライン)(?:の)? ?(?:ID|アカウント|名)(?:は|が|:|\s){1,2}|\b(?:[Uu]ser ?name|[Ll]ogin name|[Nn]ickname|[Hh]andle)(?: is |: ?)|\b(?:ending|ends) (?:in|with) (?=\d{4}\b))[「""']?([A-Za-z0-9][A-Za-z0-9_.-]{2,30}(?<![.-]))")]
    private static partial Regex Called();

    [GeneratedRegex(@"([々一-鿿]{2,4} ?\d{3} ?[ぁ-ん] ?[\d・]{1,2}-?\d{2})(?!\d)")]
    private static partial Regex Plate();

    // The address of a card in the net, or of a machine by six.
    [GeneratedRegex(@"(?<![A-Za-z0-9:])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![A-Za-z0-9:])|(?<![A-Za-z0-9:])(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?![A-Za-z0-9:])|(?<![A-Za-z0-9:])(?:[0-9A-Fa-f]{1,4}:){1,6}:(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,5})?(?![A-Za-z0-9:])")]
    private static partial Regex Machine();
}
