using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Entries;

/// <summary>Names as the house reads them in an entry.</summary>
public static class Naming
{
    extension(By by)
    {
        public string NameIn(Tongue t) => by switch
        {
            { Role: Role.System, Name: "page" } => t["ページから", "From the page"],
            { Role: Role.System, Name: "site" } => t["サイトの署名", "Signed by the site"],
            { Role: Role.System, Name: "unsigned" } => t["署名のないページ", "An unsigned page"],
            { Role: Role.System } => t["窓口", "Madoguchi"],
            { Role: Role.Customer, Name: { } name } => t[$"{name} 様", name],
            { Role: Role.Customer } => t["お客様", "Customer"],
            _ => by.Name ?? t["担当者", "Agent"],
        };
    }

    extension(BreakKind how)
    {
        public string NameIn(Tongue t) => how switch
        {
            BreakKind.Silence => t["お返事がないまま", "no answer"],
            BreakKind.ChatClosed => t["会話の途中で画面を離れた", "left in mid-conversation"],
            BreakKind.AfterRefusal => t["ご期待に沿えない答えのあと", "left after a “no”"],
            BreakKind.AfterOffer => t["ご案内のあと", "left after an offer"],
            BreakKind.LeftLine => t["順番待ちの途中で離れた", "left the line"],
            BreakKind.AwayAtTurn => t["順番が来たとき不在", "away when their turn came"],
            BreakKind.NotReached => t["お電話がつながらないまま", "not reached by phone"],
            BreakKind.Agent => t["担当者の判断", "an agent’s judgement"],
        };
    }

    extension(BreakEnd end)
    {
        public string NameIn(Tongue t) => end switch
        {
            BreakEnd.Back => t["戻ってこられました", "came back"],
            BreakEnd.Stuck => t["まだお困りです", "still stuck"],
            BreakEnd.SolvedMyself => t["ご自分で解決", "solved it themselves"],
            BreakEnd.NoLongerNeeded => t["もう必要ない", "no longer needed"],
            BreakEnd.LetBe => t["うかがわずに外しました", "left alone"],
            BreakEnd.Lost => t["お返事なし", "never heard of again"],
        };
    }

    extension(DeskName desk)
    {
        public string NameIn(Tongue t) => t[desk.Name, desk.NameInEnglish ?? desk.Name];
    }
}
