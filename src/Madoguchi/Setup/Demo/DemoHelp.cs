using Madoguchi.Articles;

namespace Madoguchi.Setup.Demo;

/// <summary>What the made-up house says in its help centre.</summary>
public static class DemoHelp
{
    private const string Router = "ミナモ ルーター R3";
    private const string Memo = "ミナモ メモ";
    private const string Account = "ミナモID";

    /// <summary>How many days ago each was written.</summary>
    public static readonly IReadOnlyList<(string Slug, int Days, ArticleWords Words)> Public =
    [
        ("router-restarts", 20, new(new("ルーターが再起動をくり返す", "The router restarts again and again"), new(
            "## まず、これを\n\n1. 電源を抜いて、**10秒**待ちます。\n2. 差し込み口のほこりを払い、もう一度差します。\n3. ランプが緑になるまで3分待ちます。\n\n## それでも止まらないとき\n\n更新 3.2 のあとに始まったなら、窓口にお知らせください。ひとつ前の版に戻す手順をお送りします。",
            "## First\n\n1. Unplug the power and wait **ten seconds**.\n2. Wipe the socket and plug it in again.\n3. Wait three minutes, until the light is green.\n\n## If it goes on\n\nIf it began after update 3.2, tell us: we send you the way back to the version before."), true, Router)),
        ("slow-in-the-evening", 35, new(new("夜になると通信が遅い", "Slow in the evening"), new(
            "夜は、近くの電波が混み合います。\n\n- 設定画面の「電波」で、**自動**を選びます。\n- 電子レンジや水槽から1メートル離します。\n- 動画を見る機器だけ、線でつなぐと安定します。",
            "In the evening the air is crowded.\n\n- In the settings, under “Radio”, choose **Automatic**.\n- Keep the router a metre away from microwave ovens and fish tanks.\n- A cable for the one device that shows films helps most."), true, Router)),
        ("router-lights", 60, new(new("ランプの色の見かた", "What the lights mean"), new(
            "- **緑**: つながっています。\n- **橙の点滅**: 準備をしています。3分お待ちください。\n- **赤**: 線が抜けているか、回線に届いていません。",
            "- **Green**: connected.\n- **Orange, blinking**: getting ready. Give it three minutes.\n- **Red**: a cable is loose, or the line is not reached."), true, Router)),
        ("sync-again", 12, new(new("メモの同期が進まないとき", "Notes do not sync"), new(
            "1. 設定の「同期」を切ります。\n2. 10秒待って、もう一度入れます。\n3. 右上の丸が消えるまで、アプリを開いたままにします。\n\n書いたメモは消えません。",
            "1. Switch “Sync” off in the settings.\n2. Wait ten seconds and switch it on again.\n3. Keep the app open until the ring at the top has gone.\n\nNothing that you wrote is lost."), true, Memo)),
        ("sign-in-later", 210, new(new("「時間をおいてお試しください」と出る", "“Try again later” when signing in"), new(
            "続けて5回まちがえると、15分のあいだお休みします。\n\n- 待っているあいだは、何も押さないでください。\n- パスワードをお忘れなら「忘れた方」から作り直せます。",
            "After five wrong tries in a row the door rests for 15 minutes.\n\n- Do not press anything meanwhile.\n- If you have forgotten the password, “Forgotten” makes a new one."), true, Account)),
        ("change-mail-address", 40, new(new("メールアドレスを変える", "Change your mail address"), new(
            "「登録内容」から、新しいアドレスを入れます。**届いた6桁の数字**を入れると変わります。古いアドレスに届かなくても大丈夫です。",
            "Enter the new address under “My details”. It changes when you enter the **six digits** that we send there. The old one need not work any more."), true, Account)),
        ("invoice-missing", 15, new(new("請求書が届かない", "The invoice has not come"), new(
            "請求書は毎月5日に、登録のアドレスへお送りします。\n\n- 迷惑メールの中もご覧ください。\n- 6日を過ぎても届かないときは、窓口からもう一度お送りします。",
            "Invoices are sent on the 5th of each month.\n\n- Please look among the unwanted mail, too.\n- If it has not come by the 6th, tell us and we send it again."), true, null)),
    ];

    /// <summary>A colleague has written it; somebody has yet to read it.</summary>
    public static readonly (string Slug, ArticleWords Words) Draft = ("move-to-a-new-phone", new(new("新しいスマートフォンにメモを移す", "Move your notes to a new phone"), new(
        "## 移す前に\n\n古い機種で、右上の丸が消えていること(同期が済んでいること)を確かめます。\n\n## 移す\n\n新しい機種で同じミナモIDを使ってログインすると、メモは自然に出てきます。",
        "## Before\n\nOn the old phone, see that the ring at the top has gone: everything is synced.\n\n## Moving\n\nSign in on the new phone with the same Minamo ID. Your notes appear by themselves."), true, Memo));

    /// <summary>What people looked for in vain, and how often.</summary>
    public static readonly IReadOnlyList<(string Words, string Language, int Times)> Missed =
        [("解約したい", "ja", 6), ("解約の方法", "ja", 2), ("引っ越し 住所変更", "ja", 4), ("export notes to pdf", "en", 3), ("ルーター 保証期間", "ja", 2)];
}
