using System.Text.RegularExpressions;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Noticing;

public static partial class ErrorText
{
    private const int LongestRead = 4_000;

    /// <summary>The error text in a customer's own words, as they wrote it: what stands in quotes where a message is spoken of, what follows "Error:", a code.
    /// Nothing, in words that tell of no message.</summary>
    public static string? In(string words)
    {
        var text = PlainText.Beginning(words, LongestRead);
        return Quoted(text) ?? Announced(text) ?? Named(text) ?? Coded(text) ?? Said(text);
    }

    // The quotes nearest to the word "error" or to "… と表示" speak for themselves; after "it says" only what sounds like a message counts.
    private static string? Quoted(string text)
    {
        foreach (Match quote in Quotes().Matches(text))
        {
            var inside = quote.Groups["in"].Value;
            var (before, after) = (text[Math.Max(0, quote.Index - 40)..quote.Index], text[(quote.Index + quote.Length)..Math.Min(text.Length, quote.Index + quote.Length + 24)]);
            if (ErrorBefore().IsMatch(before) || ErrorAfter().IsMatch(after) || ((ShownBefore().IsMatch(before) || ShownAfter().IsMatch(after)) && SoundsWrong().IsMatch(inside)))
                return Clean(inside);
        }

        return null;
    }

    private static string? Announced(string text) => Clean(AfterError().Match(text).Groups["in"].Value);

    private static string? Named(string text) => Clean(Names().Match(text).Value);

    private static string? Coded(string text) => Clean(Codes().Match(text).Groups["in"].Value);

    // Without quotes: "the game says it cannot reach the server", "通信に失敗しましたと表示されます".
    private static string? Said(string text)
    {
        var match = Says().Match(text) is { Success: true } says ? says : Shows().Match(text) is { Success: true } shows ? shows : Fails().Match(text);
        var said = Occasion().Replace(match.Groups["in"].Value, "");
        return match.Success && SoundsWrong().IsMatch(said) ? Clean(said) : null;
    }

    private static string? Clean(string found)
    {
        var line = found.ReplaceLineEndings(" ").Trim(' ', '　', '。', '.', '、', ',', ':', '：', '!', '！', '"', '“', '”', '「', '」');
        return line.Length < 2 ? null : line;
    }

    [GeneratedRegex("""[「『“"`](?<in>[^「」『』“”"`\n]{2,200})[」』”"`]""")]
    private static partial Regex Quotes();

    [GeneratedRegex("""(?:エラー|エラーコード|エラーメッセージ|エラー文|エラー番号|エラー内容|警告|例外|\berrors?(?: (?:message|code|text|popup|dialog))?|\bexception|\bwarning|\berror saying|error (?:that|which) says)(?:は|が|の|：|:|に|で|[\s,(（=-]|is|was|reads?|says?|saying|stating|that|画面|表示|、|出て|メッセージ|内容)*$""", RegexOptions.IgnoreCase)]
    private static partial Regex ErrorBefore();

    [GeneratedRegex("""^(?:[\s)）]|という|といった|との|と言う|って(?:いう)?|の|なる|などの|とか|、)*(?:エラー|例外|警告|errors?\b|exception\b|warning\b)""", RegexOptions.IgnoreCase)]
    private static partial Regex ErrorAfter();

    [GeneratedRegex("""(?:メッセージ|表示|コード|画面に|\bmessage|\bcode|\bsays?|\bsaid|\bsaying|\bshow(?:s|ed|n|ing)?|\bdisplay(?:s|ed|ing)?|\bget(?:s|ting)?|\bgot|\breads?|\breading|\btells? me|\btold me|\bpopup|\bpop-up|\bdialog|\bstating|\bstates)(?:は|が|の|に|で|：|[\s:,(（=-]|is|was|me|us|that|an?|the|up)*$""", RegexOptions.IgnoreCase)]
    private static partial Regex ShownBefore();

    [GeneratedRegex("""^(?:という|といった|との|って|と|が|の)?(?:[画面上にも、だけばかり]*)(?:メッセージ|表示|文字|文言|ダイアログ|ポップアップ|通知|出(?:る|た|ます|まし|て|続)|でます|でて|でる|言われ|いわれ|返(?:る|って|され)|なって|なり)|^[\s,]*(?:message|popup|pop-up|dialog|appears?|appeared|comes? up|came up|pops? up|popped up|is (?:shown|displayed)|shows? up|showed up)\b""", RegexOptions.IgnoreCase)]
    private static partial Regex ShownAfter();

    // Words of machines in trouble.
    [GeneratedRegex("""エラー|失敗|不正|異常|無効|切れ|切断|切られ|見つかりません|できません|出来ません|できない|でき(?:ませんでした|なかった)|ありません|ませんでした|いません|応答なし|ません|中断|停止|破損|壊れ|タイムアウト|期限|時間切れ|拒否|お試し|やり直して|再試行|発生|超え|不足|\b(?:error|fail(?:ed|ure|s)?|exception|invalid|denied|refused|forbidden|expired|timed? ?out|timeout|lost|crash(?:ed)?|corrupt(?:ed)?|cannot|can't|could ?n[o']t|couldn't|unable|not (?:found|available|responding|supported|allowed|authori[sz]ed|connected|reach\w*)|unavailable|unexpected|unknown|missing|broken|abort(?:ed)?|disconnected|overflow|illegal|fatal|panic|try again|went wrong|no (?:response|connection|route))\b|0x[0-9a-f]{4,}|\b[A-Z]{1,8}[-_]?[0-9]{3,}\b""", RegexOptions.IgnoreCase)]
    private static partial Regex SoundsWrong();

    [GeneratedRegex("""(?:^|[\s(（「、。])(?:(?:エラー(?:メッセージ|コード|番号)?|error(?: (?:code|message|number|text))?|fatal(?: error)?)\s?[:：=]\s?|(?=[\w.]+(?:error|exception)\s?[:：]))(?<in>[^\n。「"]{2,160}?)(?=$|\n|。|[.!?](?:\s|$)|\s?が(?:出|表示|発生)|\s?と(?:出|表示|言|いう)|\s?です)""", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex AfterError();

    [GeneratedRegex("""\b(?:[A-Za-z_]\w*\.)*[A-Z][a-z]+(?:[A-Z][a-z0-9]*)*(?:Exception|Error)\b|\b(?:ERR|ERROR|NET|SSL|DNS|E|EX|PS|WIN)(?:_[A-Z0-9]+)+\b|\b[A-Z]{3,}(?:_[A-Z0-9]{2,}){2,}\b""")]
    private static partial Regex Names();

    [GeneratedRegex("""(?<in>\b0x[0-9A-Fa-f]{6,8}\b|\bHTTP(?:/[\d.]+)?[ -]?(?:error )?[45]\d\d\b|\b[45]\d\d (?:Not Found|Service Unavailable|Internal Server Error|Bad Gateway|Forbidden|Gateway Timeout|Bad Request|Unauthorized)|\b(?:E|ERR|ERROR)[-_]?\d{2,6}\b|(?<=(?:エラー|エラーコード|エラー番号|エラーは|\berror|\berror code|\berror number|\berror no)[\s:：#(（「はの.が]{0,4})(?!code|number|no\b|in\b|on\b|at\b|of\b|for\b|from\b|by\b|with\b|and\b|since\b|after\b|is\b)[A-Za-z]{0,6}[-_ ]?\d{2,6}(?:[-.]\d{1,6})*\b|\b[A-Za-z]{0,6}[-_]?\d{2,6}(?:[-.]\d{1,6})*(?=(?:という|の|番の)?\s?(?:エラー|\berror\b)))""", RegexOptions.IgnoreCase)]
    private static partial Regex Codes();

    [GeneratedRegex("""\b(?:it|app|application|game|screen|page|site|website|browser|program|launcher|window|popup|pop-up|dialog|message|device|client|console|system|software|server|printer|router|display|installer|update|which|and) (?:says?|said|saying|shows?|showed|displays?|displayed|reads|reports?|reported|keeps saying|tells me|told me|throws|threw)(?: an?)?(?: error)?(?: message)?(?: that)?[:,]? (?<in>[^\n.!?。"]{6,140})""", RegexOptions.IgnoreCase)]
    private static partial Regex Says();

    [GeneratedRegex("""(?:^|[、。\n「]|すると|したら|たら|時に|ときに|とき|際に|のに|ても|るたび|画面に|突然|また|ずっと|毎回)\s?(?<in>[^、。\n「」]{4,60}?)(?:と(?:だけ|しか)?(?:表示|出(?:る|た|ます|まし|て)|でます|でて|言われ|いわれ|いう(?:エラー|表示|メッセージ|文)|のエラー)|という(?:エラー|表示|メッセージ|警告)|とのエラー)""")]
    private static partial Regex Shows();

    [GeneratedRegex("^.*(?:すると|したら|[いっんれ]たら|[うくすつぬむるぶぐ]と、?|時に|ときに|とき|際に|のに|突然|毎回|画面に)(?=.{4})")]
    private static partial Regex Occasion();

    [GeneratedRegex("""(?:^|[\n:])\s*(?<in>(?:Failed to|Unable to|Could not|Connection (?:failed|lost|refused|reset|timed out)|Access denied|Permission denied|Request timed out)\b[^\n.!?。]{0,140})""", RegexOptions.Multiline)]
    private static partial Regex Fails();
}
