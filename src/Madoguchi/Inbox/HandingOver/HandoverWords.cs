using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.HandingOver;

/// <summary>Why not, in words that say what to do instead.</summary>
public static class HandoverWords
{
    public static string Explain(OfferRefusal why, Tongue t) => why switch
    {
        OfferRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        OfferRefusal.WithAnotherDesk => t["いま受け持っている窓口だけが引き継ぎを申し出られます。", "Only the desk that has the case can offer it."],
        OfferRefusal.Closed => t["終わった用件です。お客様からご連絡があれば、また開きます。", "The case is closed. A word of the customer opens it again."],
        OfferRefusal.Pending => t["すでに引き継ぎを申し出ています。取り下げるか、お返事をお待ちください。", "It is on offer already. Withdraw that offer first, or wait for its answer."],
        OfferRefusal.OwnDesk => t["すでにこの窓口にあります。", "The case is at this desk already."],
        OfferRefusal.UnknownDesk => t["その窓口はありません。", "There is no such desk."],
    };

    public static string Explain(HandoverRefusal why, Tongue t) => why switch
    {
        HandoverRefusal.Unknown => t["この申し出は見つかりません。", "This offer is not here."],
        HandoverRefusal.WithAnotherDesk => t["もう一方の窓口が答える申し出です。", "This is for the agents of the other desk."],
        HandoverRefusal.Closed => t["終わった用件です。", "The case is closed."],
        HandoverRefusal.Answered => t["この申し出には、すでにお返事があります。", "This offer has been answered already."],
        HandoverRefusal.CustomerWaits => t["お客様はご自分の言語で待つことを望んでいます。その言語を話す担当者が引き受けるか、理由をつけて差し戻してください。", "The customer would rather wait for their own language. Somebody who speaks it may accept; or return it with that reason."],
    };
}
