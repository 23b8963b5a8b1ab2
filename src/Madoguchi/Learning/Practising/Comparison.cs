using System.Text.RegularExpressions;
using Madoguchi.Search;

namespace Madoguchi.Learning.Practising;

/// <summary>Two answers beside each other, for whoever learns: no marks, only what is here and not there.</summary>
/// <param name="Both">What both speak of.</param>
/// <param name="OnlyTheirs">What was said or done then, and does not stand in the newcomer's words.</param>
/// <param name="Letters">How long the newcomer's answer is.</param>
/// <param name="Questions">How many questions it asks.</param>
public sealed partial record Comparison(IReadOnlyList<string> Both, IReadOnlyList<string> OnlyTheirs, int Letters, int TheirLetters, int Questions, int TheirQuestions)
{
    private const int Most = 8;

    // In every answer of every desk.
    private static readonly HashSet<string> Idle =
    [
        "お客", "様", "連絡", "返信", "返事", "確認", "場合", "以上", "今回", "御座", "致", "誠", "大変", "申", "願", "問", "感謝", "不便", "迷惑", "手数", "名前", "番号", "電話番号", "メールアドレス", "住所", "リンク", "方法", "担当",
        "thank", "thanks", "please", "sorry", "that", "this", "your", "with", "have", "will", "from", "then", "when", "what", "here", "there", "would", "could", "should", "about", "them", "they", "name", "number", "link", "telephone", "address", "mail", "again", "been", "which", "also", "just", "like",
    ];

    public static Comparison Of(string mine, IReadOnlyList<Done> theirs)
    {
        var said = string.Join('\n', theirs.Select(d => d.Text));
        var (folded, words) = (Folded.Of(mine).Text, Content(said));
        return new(
            [.. words.Where(w => folded.Contains(Folded.Of(w).Text, StringComparison.Ordinal)).Take(Most)], [.. words.Where(w => !folded.Contains(Folded.Of(w).Text, StringComparison.Ordinal)).Take(Most)],
            Length(mine), Length(said), Asks(mine), Asks(said) + theirs.Count(d => d.What == "asked" && Asks(d.Text) == 0));
    }

    private static List<string> Content(string text) =>
        [.. Word().Matches(Placeholder().Replace(text, " ")).Select(m => m.Value).Where(w => !Idle.Contains(w.ToLowerInvariant())).DistinctBy(w => w.ToLowerInvariant())];

    private static int Length(string text) => text.Count(c => !char.IsWhiteSpace(c));

    private static int Asks(string text) => Question().Count(text);

    [GeneratedRegex(@"[一-鿿々]{2,}|[ァ-ヶ][ァ-ヶー]+|[A-Za-z][A-Za-z0-9-]{3,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"[?？]+|か(?=。|$)|(?:教えて|お聞かせ|お知らせ)(?:いただけますか|ください)", RegexOptions.Multiline)]
    private static partial Regex Question();

    [GeneratedRegex(@"〔[^〕]{1,8}〕|\[[a-z ]{1,14}\]")]
    private static partial Regex Placeholder();
}
