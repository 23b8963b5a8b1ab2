using Madoguchi.Cases.Wording;

namespace Madoguchi.Voices.Warming;

/// <summary>Words by which one hears that somebody is in trouble, and how badly.</summary>
public static class HotWords
{
    /// <summary>It hurts: loss, anger, leaving.</summary>
    public static Phrases Burning => Phrases.Of(
    [
        "解約", "返金", "返品", "許せ(ない|ません)", "最悪", "ひどい", "ひどすぎ", "怒", "腹が立", "ふざけ", "いい加減に", "あり得(ない|ません)", "ありえ(ない|ません)", "二度と", "裏切", "信用でき", "消費者(センター|庁)", "訴え", "損害", "仕事になら(ない|なく)", "仕事が止ま", "生活でき", "全部消え", "消えてしま", "失(った|いました)", "がっかり", "失望", "限界",
        "refund", "cancel my", "cancelling", "unacceptable", "furious", "angry", "outrageous", "ridiculous", "disgusted", "terrible", "horrible", "awful", "worst", "never again", "useless", "lost (everything|all)", "losing (money|customers|sales)", "lawyer", "scam", "disgrace", "fed up", "had enough", "switch(ing|) to", "costing (me|us)",
    ]);

    /// <summary>It presses: in trouble, in a hurry, again and again.</summary>
    public static Phrases Hot => Phrases.Of(
    [
        "困って", "困り", "困る", "急ぎ", "至急", "早急", "すぐに", "今すぐ", "何度も", "何回も", "毎回", "毎日", "ずっと", "まだ", "一向に", "全く", "まったく", "全然", "使えない", "使えません", "使い物になら", "不便", "不安", "心配", "つらい", "残念", "納得", "どうして", "なぜ", "いつまで", "お願いだから", "助けて", "何とかして", "なんとかして", "ストレス", "イライラ",
        "urgent", "urgently", "asap", "immediately", "again and again", "again", "every time", "every day", "always", "still not", "still", "for (days|weeks|months|hours)", "cannot work", "can't work", "unusable", "annoying", "annoyed", "frustrating", "frustrated", "disappointed", "worried", "desperate", "please help", "help me", "stress…", "how long", "why", "waste", "wasted", "struggling", "inconvenient",
    ]);
}
