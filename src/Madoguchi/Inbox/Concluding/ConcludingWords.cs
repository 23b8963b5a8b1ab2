using Madoguchi.Cases.Messaging;
using Madoguchi.Findings.Making;
using Madoguchi.Findings.Showing;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Concluding;

/// <summary>Why not, in words that say what to do instead.</summary>
public static class ConcludingWords
{
    public static string Explain(MakeRefusal why, Tongue t) => why switch
    {
        MakeRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        MakeRefusal.WithAnotherDesk => t["調べた結果を書けるのは、いま受け持っている窓口と、確認をお願いされている窓口だけです。", "Only the desk that has the case, and the technical desk while it is asked, can write this."],
        MakeRefusal.RestsOnNothing => t["もとにしたものを選んでください: 製品の記録、証拠、またはこの時間の調べ。", "Choose what it rests on: events, evidence, or the look at this time."],
        MakeRefusal.UnknownProof => t["選んだもののうち、このお客様のものでないか、もうないものがあります。開き直してください。", "Something that you chose is not this customer’s, or not there any more. Open the page again."],
        MakeRefusal.NoBeginning => t["締め切りと比べるには、始めたことがわかる記録を選んでください。", "To judge by the deadline, choose the event by which it was begun."],
    };

    public static string Explain(ShowRefusal why, Tongue t) => why switch
    {
        ShowRefusal.Unknown => t["この調査結果は見つかりません。", "This finding is not here."],
        ShowRefusal.WithAnotherDesk => t["お客様にお見せできるのは、いま受け持っている窓口だけです。", "Only the desk that has the case shows it."],
        ShowRefusal.Shown => t["この結果は、もうお客様にお見せしました。", "The customer has been shown this already."],
        ShowRefusal.SendsAway => t["お客様を別の窓口へ向かわせる文面です。直してください。", "This sends the customer away: change the words."],
        ShowRefusal.NeedsFinding => t["この結果だけでは、お断りできません。文面を直すか、技術窓口にたずねてください。", "This finding alone bears no “no”: change the words, or ask the technical desk."],
        ShowRefusal.NeedsApproval => t["あなたの文は承認を待つ設定です。同僚に頼むか、用意した文を返信として送ってください。", "Your words wait for a second person: ask a colleague, or send them as a reply, which is approved first."],
        ShowRefusal.UnknownProof => t["この調査結果は見つかりません。", "This finding is not here."],
    };

    public static string Explain(SayRefusal why, Tongue t) => why switch
    {
        SayRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        SayRefusal.WithAnotherDesk => t["お返事できるのは、いま受け持っている窓口だけです。終わった用件では、お約束できません。", "Only the desk that has the case answers; in a closed one nothing is promised."],
        SayRefusal.SendsAway => t["お客様を別の窓口へ向かわせる文面です。直してください。", "This sends the customer away: change the words."],
        SayRefusal.NeedsFinding => t["お断りする文面です。まだ誰も確かめていません。「いま確かめています」とお伝えください。", "This says no, and nobody has looked yet. Say that you are checking."],
        SayRefusal.NeedsApproval => t["あなたの返信は承認を待つ設定です。返信の欄から送ると、承認のあとに届きます。", "Your replies wait for approval: send it from the reply box, and it goes out once it is approved."],
        SayRefusal.UnknownProof or SayRefusal.AnsweredMeanwhile => t["その間に変わりました。開き直してください。", "This has changed meanwhile. Open it again."],
    };
}
