using Madoguchi.Cases.Denying;
using Madoguchi.Shared;

namespace Madoguchi.Findings.Showing;

/// <summary>What came of a look, in words for people: pure. No rule is cited, nothing is denied.</summary>
public static class ForPeople
{
    // Tokyo keeps one offset all year.
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public static string Of(Verdict verdict, Basis basis, Tongue t) => verdict switch
    {
        Verdict.Confirmed when basis.Events is [var first, ..] => t[
            $"製品の記録に、おっしゃるとおりのことが残っていました（{At(first.Time, t)}）。", $"The product’s records show what you told us ({At(first.Time, t)})."],
        Verdict.Confirmed => t["おっしゃるとおりのことを、いただいたもので確認できました。", "What you sent us shows what you told us."],
        Verdict.Contradicted => t[
            "こちらの記録には、伺ったことと違う内容が残っていました。記録のほうが誤っていることもあります。お気づきのことがあれば、どうぞお知らせください。",
            "Our records show something other than what you told us. Records can be wrong: if you see anything that does not fit, please tell us."],
        Verdict.NotInLogs => t[
            "こちらの記録には、その時間のことが見当たりませんでした。記録に残らないこともあるため、「なかった」とは考えていません。画面の写真や届いたメールがあれば、手がかりになります。",
            "Our records do not show it. Records have gaps, so this does not mean that it did not happen. A picture of the screen or a mail that you received would help."],
    };

    private static string At(DateTimeOffset at, Tongue t) => at.ToOffset(Tokyo).ToString(t["M月d日 H:mm:ss", "d MMM HH:mm:ss"], t.Culture) + t["", " Japan time"];
}
