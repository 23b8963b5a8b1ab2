using System.Text.RegularExpressions;
using Madoguchi.Shared;

namespace Madoguchi.Learning.Drafting;

/// <summary>What somebody said without how letters begin and end: greetings, thanks, excuses, who they are and where to reach them. For an article that others read; names are taken out already.</summary>
public static partial class Bare
{
    private const int LeastTitle = 4;

    /// <summary>What is left, line by line. Where nothing is left it was all that they said: then it stays.</summary>
    public static string Words(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(l => string.Concat(Sentences(l).Select(s => Address().Replace(s, "")).Where(s => !IsIdle(s))).Trim()).ToList();
        var left = ManyBlanks().Replace(string.Join('\n', lines), "\n\n").Trim();
        return left.Length == 0 ? text.Trim() : left;
    }

    /// <summary>The first sentence that says what it is about.</summary>
    /// <returns>Nothing when there is none.</returns>
    public static string? Title(string text, int longest)
    {
        var said = text.ReplaceLineEndings("\n").Split('\n').SelectMany(Sentences).Select(s => Address().Replace(s, "")).Where(s => !IsIdle(s)).Select(s => s.Trim().Trim('。', '．', '.', '、', ',', '！', '!')).FirstOrDefault(s => s.Count(char.IsLetter) >= LeastTitle);
        return said is null ? null : PlainText.Preview(said, longest);
    }

    private static IEnumerable<string> Sentences(string line) => Sentence().Matches(line).Select(m => m.Value);

    private static bool IsIdle(string sentence)
    {
        var said = sentence.Trim().TrimEnd('。', '．', '.', '!', '！', '…', '、', ',');
        return said.Length > 0 && (Japanese().IsMatch(said) || English().IsMatch(said) || Reach().IsMatch(said) || !Placeholder().Replace(said, "").Any(char.IsLetterOrDigit));
    }

    // A sign in the middle of a word ends nothing: Yahoo!メール, 1.0.1.
    [GeneratedRegex(@"(?>(?:[^。！？.!?\n]|[.!?]+(?![.!?\s]|$))*)(?:[。！？]+|[.!?]+(?=\s|$)|$)\s*")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^(?:(?:いつも|大変|日頃より?)*お世話に(?:なって(?:おり|い)ます|なります)|お疲れ様です|はじめまして|初めまして|こん(?:にちは|ばんは)|おはようございます|お忙しい(?:ところ|中).{0,20}|突然.{0,12}失礼.{0,10}|.{0,24}〔お名前〕(?:様|さん|さま)?[^、。]{0,3}(?:です|と申します|ともうします|と言います|といいます|でございます)|(?:この度は|このたびは)?.{0,24}(?:お問い合わせ|ご連絡|お知らせ|お返事|ご返信|ご報告).{0,12}ありがとうございま(?:す|した)|ありがとうございま(?:す|した)|[^、。]{0,12}、?(?:ご不便|ご迷惑|ご心配|お手数|お待たせ).{0,24}(?:申し訳.*|すみません.*|失礼.*|おかけ(?:して(?:い|おり)ます|し(?:て|ました)))|申し訳(?:ございません|ありません)(?:でした)?|(?:何卒|どうぞ|以上)?、?(?:よろしく|宜しく).{0,20}|以上(?:です)?|(?:それは)?(?:よかった|良かった)です(?:ね)?|承知(?:いたし)?しました|かしこまりました|ほかに.{0,24}(?:ください|でしょうか|ますか).{0,3})$")]
    private static partial Regex Japanese();

    [GeneratedRegex(@"^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b.{0,30}|(?:this is|my name is|i am|i'm) \[name\].{0,24}|(?:many )?thank(?:s| you)\b.{0,60}|(?:kind |best |warm |with )*regards\b.*|(?:sincerely|cheers|yours)\b.{0,30}|(?:i am |i'm |we are |we're |so )*sorry (?:for|to|about)\b.{0,60}|(?:we |i |my )?apologi[sz]e.{0,60}|(?:my |our )?apologies\b.{0,60}|i hope (?:this|you|that)\b.{0,60}|(?:let (?:me|us) know|is there anything else)\b.{0,60})$", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    // Whom it was said to.
    [GeneratedRegex(@"^\s*(?:〔お名前〕 ?(?:様|さん|さま)?[、,]|\[name\],)\s*")]
    private static partial Regex Address();

    // 〔電話番号〕 までお願いします; you can reach me at [telephone].
    [GeneratedRegex(@"^.{0,14}〔(?:電話番号|メールアドレス|住所)〕[^、]{0,3}(?:まで|へ|に|です).{0,14}$|\b(?:reach|call|mail|contact) (?:me|us)\b.{0,12}\[(?:telephone|mail address|address)\].{0,12}$", RegexOptions.IgnoreCase)]
    private static partial Regex Reach();

    [GeneratedRegex(@"〔[^〕]{1,8}〕|\[(?:name|link|mail address|telephone|address|number)\]|様|さん|さま")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyBlanks();
}
