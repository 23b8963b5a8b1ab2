using Madoguchi.Mail;
using Madoguchi.Shared;

namespace Madoguchi.Campaigns;

/// <summary>What is written to who registers.</summary>
public static class RegistrationLetters
{
    // Tokyo keeps one offset all year.
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public static string CodeSubject(Campaign campaign, Tongue t) => t[$"【{campaign.Name.In(t)}】確認番号", $"[{campaign.Name.In(t)}] Your code"];

    /// <param name="link">Where the code is typed.</param>
    public static string Code(Campaign campaign, Registration one, string link, string house, Tongue t) => string.Join('\n',
    [
        t["ご登録の確認番号です。", "The code for your registration:"],
        "",
        "    " + Letter.Code,
        "",
        t["お開きのページに、この番号を入れてください。ページを閉じてしまったときは、ここから続けられます。", "Type it on the page that you have open. If you have closed it, go on here:"],
        link,
        "",
        t[$"{At(one.BeganAt, t)} に登録を始められました。締切はこの時刻で判断しますので、締切を過ぎても {At(campaign.FinishBy, t)} までに番号を入れていただければ間に合います。",
            $"You began at {At(one.BeganAt, t)}. The deadline is judged by that time: you can type the code until {At(campaign.FinishBy, t)}."],
        t["番号は15分間有効です。過ぎたときは、同じページから新しい番号をお送りします。", "The code is good for 15 minutes; after that, the same page sends you another one."],
        "",
        t["お心当たりがなければ、何もなさらないでください。この番号をだれにも伝えないでください。", "If this was not you, do nothing. Give the code to nobody."],
        "",
        house,
        "",
    ]);

    public static string ReceiptSubject(Campaign campaign, Tongue t) => t[$"【{campaign.Name.In(t)}】登録が完了しました", $"[{campaign.Name.In(t)}] Your registration is complete"];

    public static string Receipt(Campaign campaign, Registration one, string code, string link, string house, Tongue t) => string.Join('\n',
    [
        t["登録が完了しました。このメールは控えとして残しておいてください。", "Your registration is complete. Please keep this mail as your receipt."],
        "",
        t["特典: ", "Reward: "] + one.Reward.In(t),
        t["受付番号: ", "Receipt: "] + Codes.Printed(one.Receipt ?? ""),
        t["完了した時刻: ", "Completed: "] + (one.CompletedAt is { } at ? At(at, t) : ""),
        t["始めた時刻: ", "Begun: "] + At(one.BeganAt, t),
        t["コード: ", "Code: "] + code,
        "",
        t["いつでもこのページで確かめられます。", "You can look at it here at any time:"],
        link,
        "",
        t["お困りのときは、受付番号をそのままお伝えください。どの窓口でも、その場で確かめられます。", "If anything is wrong, tell any of our desks the receipt number: they can verify it at once."],
        "",
        house,
        "",
    ]);

    public static string OwnerSubject(Campaign campaign, Tongue t) => t[$"【{campaign.Name.In(t)}】ご登録の確認", $"[{campaign.Name.In(t)}] Your registration"];

    public static string Owner(Registration one, string link, string house, Tongue t) => string.Join('\n',
    [
        t["登録のページで、あなたのコードがもう一度入力されました。あなたの登録は完了しています。やり直す必要はありません。", "Your code was typed once more on the registration page. Your registration is complete; there is nothing to do again."],
        "",
        t["受付番号と特典は、このページでご覧になれます。", "Receipt and reward are on this page:"],
        link,
        "",
        t[$"完了した時刻: {(one.CompletedAt is { } at ? At(at, t) : "")}", $"Completed: {(one.CompletedAt is { } then ? At(then, t) : "")}"],
        "",
        house,
        "",
    ]);

    /// <summary>To the second; a full minute is no more than that.</summary>
    public static string At(DateTimeOffset at, Tongue t) => Plain(at, t) + t["", " (Japan time)"];

    /// <summary>The same within a sentence that says whose time it is.</summary>
    public static string Plain(DateTimeOffset at, Tongue t) => at.ToOffset(Tokyo).ToString(
        at.Ticks % TimeSpan.TicksPerMinute == 0 ? t["yyyy年M月d日 H:mm", "d MMMM yyyy, HH:mm"] : t["yyyy年M月d日 H:mm:ss", "d MMMM yyyy, HH:mm:ss"], t.Culture);
}
