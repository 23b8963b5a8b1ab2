using Madoguchi.Cases;

namespace Madoguchi.Setup.Demo;

public static partial class DemoStories
{
    // Broken off midway: left in mid-conversation, silent after an offer, and two that were followed up and came back.
    private static IReadOnlyList<Story> BrokenOff =>
    [
        new(Minutes(46), new("支払い方法をカードから口座に変えたいのですが、ボタンが押せません。", "account", "例示 歩", "ayumu@customer.example", Language: "ja", Product: "お支払い"),
        [
            Says(4, DemoPeople.Aoi, "例示様、お困りのところありがとうございます。ボタンが灰色になっているでしょうか。それとも、押しても何も起きないでしょうか。"),
            new Act.CustomerSays(Minutes(3), "灰色です。"),
            Says(5, DemoPeople.Aoi, "ありがとうございます。今月のお支払いが済むまでは変えられない決まりになっていて、灰色なのはそのためです。25日を過ぎると押せるようになります。"),
            new Act.BreaksOff(Minutes(13), BreakKind.ChatClosed, Minutes(10)),
        ]),
        new(Hours(31), new("メモの並び順が勝手に変わります。仕事で使っているので困ります。", "technical", "試作 望", "nozomi@customer.example", Language: "ja", Product: "ミナモ メモ"),
        [
            Says(12, DemoPeople.Midori, "試作様、並び順が変わるのはご不便ですね。「並び順」が「最近ひらいた順」になっていないか、見ていただけますか。"),
            new Act.BreaksOff(Hours(24.1), BreakKind.Silence, Hours(24.1)),
            new Act.FollowsUp(Hours(1), DemoPeople.Midori),
            new Act.AnswersFollowUp(Minutes(40), FollowUpAnswer.Stuck),
        ]),
        new(Hours(52), new("The light on the router blinks orange since the thunderstorm.", "technical-en", "Sam Sample", "sam@customer.example", Language: "en", Product: "ミナモ ルーター R3"),
        [
            Says(9, DemoPeople.Robin, "Thank you for telling us, Sam. Orange means that it looks for the line. Could you take the grey cable out of the wall for ten seconds and put it back?"),
            new Act.BreaksOff(Hours(24.1), BreakKind.Silence, Hours(24.1)),
            new Act.FollowsUp(Hours(2), DemoPeople.Robin),
            new Act.AnswersFollowUp(Minutes(65), FollowUpAnswer.SolvedMyself, "It was the grey cable: a new one helped."),
        ]),
    ];
}
