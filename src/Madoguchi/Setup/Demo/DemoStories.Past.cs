namespace Madoguchi.Setup.Demo;

public static partial class DemoStories
{
    // What came in during the weeks before, and was settled: the reports have something to show. The router's update 3.2 is the story they tell.
    private static IEnumerable<Story> Past => Enumerable.Range(0, 34).Select(Old);

    private static string[] Names =>
        ["例示 春", "見本 四郎", "仮名 夏子", "試し 蓮", "例示 直美", "見本 五郎", "仮名 秋", "試作 結衣", "例示 冬馬", "見本 六実", "仮名 海", "試し 凛"];

    private static (string Desk, string Text, string Product, string? Problem, string? Error, string Answer, string Outcome)[] Told =>
    [
        ("technical", "更新のあと、ルーターが何度も再起動します。", "ミナモ ルーター R3", "再起動をくり返す", "ERR-{0}: watchdog reset", "更新 3.2 の不具合とわかっています。3.1 に戻す手順をお送りします。", "更新を 3.1 に戻し、再起動が止まりました。"),
        ("account", "ログインすると時間をおくように言われます。", "ミナモID", "ログインできない", "時間をおいてお試しください（{0}）", "お調べします。いつごろから出ていますか。", "止まっていた確認を解除し、ログインできるようになりました。"),
        ("technical", "メモの同期が進みません。", "ミナモ メモ", "同期しない", "sync failed: id={0}", "設定の「同期」で、いちど切って10秒待ち、入れていただけますか。", "同期を入れ直し、すべてのメモが出ました。"),
        ("account", "今月の請求書が届きません。", "お支払い", null, null, "送り先のご住所を確かめます。", "請求書をもう一度お送りしました。"),
        ("technical", "夜になると通信が遅くなります。", "ミナモ ルーター R3", "遅い", null, "設定画面の「電波」を見ていただけますか。", "混んでいない電波に変え、速くなりました。"),
    ];

    // Some say nothing, some tap, a few write; one was not content.
    private static (int Score, string? Text, bool ByName)? Kind(int i) => i switch
    {
        4 => (5, "急いでいるとわかって、先回りして手順を書いてくださいました。助かりました。", true),
        13 => (5, "二つの窓口にまたがったのに、一度も同じことを聞かれませんでした。", true),
        20 => (4, null, true),
        27 => (5, "夜遅くに、落ち着いて付き合ってくれてありがとうございます。", true),
        31 => (2, "届きはしましたが、三日かかりました。途中の様子を知らせてほしかったです。", false),
        _ => i % 3 == 0 ? (3 + (i % 2) + (i % 4 == 0 ? 1 : 0), null, false) : null,
    };

    // Most waited as they had been told, one longer.
    private static Act[] Waited(int i, string served) => [new Act.TakesANumber(Minutes(1), Shown: (180 + (i * 10), 600 + (i * 20))), new Act.IsServed(Minutes(5 + (i * 7 % 9) + (i == 22 ? 20 : 0)), served, Minutes(3 + (i % 4)))];

    private static Story Old(int i)
    {
        // Later weeks are busier: the update came out.
        var (told, name, ago) = (Told[i % 7 is 5 or 6 ? 0 : i % 7], Names[i % Names.Length], TimeSpan.FromDays(2.3 + (58 * (1 - Math.Sqrt((i + 1) / 35.0)))) + TimeSpan.FromHours(i * 5 % 9));
        var (mine, other, elsewhere) = told.Desk == "account" ? (DemoPeople.Aoi, DemoPeople.Midori, "technical") : (DemoPeople.Midori, DemoPeople.Aoi, "account");
        var facts = told.Error is { } error ? new Dictionary<string, string> { ["errorText"] = string.Format(System.Globalization.CultureInfo.InvariantCulture, error, 4000 + (i * 37)) } : null;
        List<Act> acts = [.. i % 3 == 1 ? Waited(i, mine) : [], Says(3 + (i * 11 % 50), mine, told.Answer), new Act.CustomerSays(Minutes(6 + (i % 4)), "ありがとうございます。お願いします。")];
        if (i % 4 == 1)
        {
            acts.Add(new Act.Offers(Minutes(4), mine, elsewhere, "こちらの記録では正常です。そちらの設定を見てください。"));
            acts.Add(i % 12 == 1 ? new Act.Returns(Minutes(25), other, "設定は正しく、こちらの窓口のことではありません。") : new Act.Accepts(Minutes(12), other));
        }

        var last = i % 4 == 1 && i % 12 != 1 ? other : mine;
        if (i % 9 == 2)
            acts.Add(new Act.Asks(Minutes(5), last, "errorText", "写真の文字が読めないため"));
        acts.Add(new Act.Proposes(Minutes(20 + (i * 17 % 300)), last, told.Outcome));
        acts.Add(new Act.Confirms(Minutes(5 + (i * 7 % 90)), true));
        if (Kind(i) is { } kind)
            acts.Add(new Act.Thanks(Minutes(2 + (i % 5)), kind.Score, kind.Text, kind.ByName ? [last] : []));
        return new Story(ago, new(told.Text, told.Desk, name, Language: "ja", Product: told.Product, Problem: told.Problem, Facts: facts), acts);
    }
}
