using Madoguchi.Care.Straining;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Straining;

public static class StrainWords
{
    public static string Level(Tongue t, StrainLevel level) => level switch
    {
        StrainLevel.Calm => t["落ち着いています", "Calm"],
        StrainLevel.Steady => t["続いています", "Steady"],
        StrainLevel.High => t["重くなっています", "High"],
    };

    public static string Reason(Tongue t, StrainReason reason, Strain strain) => reason switch
    {
        StrainReason.HardInARow => t[$"休まずに大変な用件が{strain.HardInARow}件", strain.HardInARow == 1 ? "1 hard case since your last rest" : $"{strain.HardInARow} hard cases since your last rest"],
        StrainReason.LongStretch => t[$"休憩なしで{Time(t, strain.StretchMinutes)}", $"{Time(t, strain.StretchMinutes)} without a rest"],
        StrainReason.Late => t[$"22時から5時のあいだに{Time(t, strain.LateMinutes)}", $"{Time(t, strain.LateMinutes)} between ten in the evening and five"],
        StrainReason.ManyAtOnce => t[$"この30分で{strain.AtOnce}件を並行", $"{strain.AtOnce} cases at once in the last half hour"],
    };

    public static string Suggests(Tongue t, StrainReason because) => because switch
    {
        StrainReason.HardInARow => t["大変な用件が続きました。ひと息いかがですか。", "One hard case after another. A short break?"],
        StrainReason.LongStretch => t["休みなしで続いています。ひと息いかがですか。", "You have gone on for long without a rest. A short break?"],
        StrainReason.Late => t["遅い時間まで続いています。ひと息いかがですか。", "It has become late. A short break?"],
        StrainReason.ManyAtOnce => t["たくさんの用件が重なっています。ひと息いかがですか。", "Many things at once. A short break?"],
    };

    public static string Kind(Tongue t, HardKind kind) => kind switch
    {
        HardKind.Abuse => t["きつい言葉", "Words that hurt"],
        HardKind.Anger => t["もっともなお怒り", "Anger with a reason"],
        HardKind.Supervisor => t["責任者をご希望", "Wanted a supervisor"],
        HardKind.Denial => t["お断りを伝えた", "A no to be said"],
        HardKind.StillBroken => t["直っていなかった", "It did not work again"],
        HardKind.LongWalk => t["長い手順", "A long walk through a guide"],
        HardKind.Unhappy => t["ご満足いただけなかった", "A customer who was not content"],
    };

    public static string Time(Tongue t, int minutes) => minutes < 60 ? t[$"{minutes}分", $"{minutes} min"] : t[$"{minutes / 60}時間{(minutes % 60 == 0 ? "" : $"{minutes % 60}分")}", $"{minutes / 60} h{(minutes % 60 == 0 ? "" : $" {minutes % 60} min")}"];
}
