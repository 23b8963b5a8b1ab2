using Madoguchi.Learning.Drafting;
using Madoguchi.Learning.Practising;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Teaching;

public static class TeachingWords
{
    /// <summary>What was done, where it was more than words.</summary>
    public static string? Of(Done done, Tongue t) => done.What switch
    {
        "asked" => t["質問", "Asked"],
        "guide" => t["手順を一緒に", "A guide, together"],
        "tried" => t["試した", "Tried"],
        "handedOver" => t["引き継ぎ", "Handed over to"],
        "found" => t["調査結果", "Found"],
        "solution" => t["解決の提案", "Solution"],
        _ => null,
    };

    public static string Explain(LessonRefusal why, Tongue t) => why switch
    {
        LessonRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        LessonRefusal.NotSolved => t["まだ解決していません。解決を提案してから作れます。", "It is not solved yet. Propose a solution first."],
    };

    public static string Explain(PracticeRefusal why, Tongue t) => why switch
    {
        PracticeRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        PracticeRefusal.NotSolved => t["お客様が解決と言ってくださった用件で練習します。", "One practises on cases that the customer called solved."],
        PracticeRefusal.ForSupervisors => t["練習に使う用件は、責任者が選びます。", "Supervisors pick the cases to practise on."],
        PracticeRefusal.Nothing => t["この用件では、まだ何も応対していません。", "Nobody has answered anything in this case."],
    };
}
