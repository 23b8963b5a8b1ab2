using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.BrokenOff.FollowingUp;

/// <summary>The prepared message: no reproach, nothing to repeat, one tap to answer.</summary>
public static class FollowUpWords
{
    /// <param name="addressed">The name as spoken to (山野 様); null when none was given.</param>
    public static string For(BreakKind how, string? addressed, Tongue t) => string.Join("\n\n", [
        .. addressed is null ? Array.Empty<string>() : [t[addressed, $"Dear {addressed},"]],
        Began(how, t),
        t["まだお困りでしたら、続きからすぐにお手伝いします。お話をくり返していただく必要はありません。下の3つから、いまのご様子に近いものをひとつ押してください。",
            "If it still troubles you, we go on exactly where we stopped: you need not repeat a word. Please tap whichever of the three below is true now."],
    ]);

    public static string Subject(Tongue t) => t["その後、いかがでしょうか", "How are things now?"];

    /// <summary>The same words by mail: the buttons are where the link leads.</summary>
    public static string Letter(string words, Tongue t) => string.Join("\n\n", words,
        t["3つのボタンは、次のページにあります。お話の続きも、そこからすぐにできます。", "The three buttons are on this page, and so is our conversation, exactly where it stopped:"] + "\n" + Mail.Letter.Link);

    private static string Began(BreakKind how, Tongue t) => how switch
    {
        BreakKind.ChatClosed => t["先ほどはお話をお聞かせくださり、ありがとうございました。解決の前にお話が途切れてしまったようですので、ご連絡しました。",
            "Thank you for talking with us. It seems that our conversation stopped before your matter was settled."],
        BreakKind.AfterRefusal => t["ご期待に沿うお答えができないまま、お話が途切れてしまいました。申し訳ありません。ほかの方法を一緒に探させてください。",
            "Our conversation stopped before we could give you the answer that you hoped for. We are sorry, and would like to look for another way with you."],
        BreakKind.AfterOffer => t["先ほどのご案内のあと、お話が途切れてしまったようです。ご不安な点や、ご希望と違うところはありませんでしたか。",
            "Our conversation stopped after what we last offered you. Was anything about it unclear, or not what you wished for?"],
        BreakKind.LeftLine => t["先ほどは長くお待たせし、申し訳ありませんでした。順番待ちを離れられたようですので、ご連絡しました。",
            "We are sorry that you had to wait. You left the line before your turn came, so we write to you instead."],
        BreakKind.AwayAtTurn => t["順番が来てお呼びしましたが、行き違いになってしまいました。お待ちいただいたのに、申し訳ありません。",
            "Your turn came, and we missed each other. We are sorry, after your wait."],
        BreakKind.NotReached => t["お電話を差し上げましたが、行き違いになってしまいました。ご都合のよいときに、続きをお手伝いします。",
            "We called and missed each other. We would be glad to go on whenever it suits you."],
        BreakKind.Silence or BreakKind.Agent => t["その後、いかがでしょうか。しばらくお返事がありませんでしたので、ご様子をうかがいたく、ご連絡しました。",
            "How have things been since? We have not heard from you for a while and would like to know how you are doing."],
    };
}
