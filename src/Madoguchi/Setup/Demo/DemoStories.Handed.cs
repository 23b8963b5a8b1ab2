namespace Madoguchi.Setup.Demo;

public static partial class DemoStories
{
    // From desk to desk: taken over and solved, returned once, on offer now, and ahead of a change of language.
    private static IReadOnlyList<Story> Handed =>
    [
        new(Hours(98), new("新しい電話に替えたら、メモが1つも出てきません。前の電話は下取りに出してしまいました。", "account", "例示 光", "hikaru@customer.example", Language: "ja", Product: "ミナモ メモ"),
        [
            Says(5, DemoPeople.Aoi, "例示様、ご心配なことと思います。メモはサーバーに残っていますので、まず確かめさせてください。新しい電話では、どのメールアドレスでログインされていますか。"),
            new Act.CustomerSays(Minutes(3), "hikaru@customer.example です。前と同じです。"),
            new Act.Tells(Minutes(2), "model", "M-20（新しい電話）", DemoPeople.Aoi),
            new Act.Tells(Minutes(1), "tried", "ログインし直し、アプリの入れ直し"),
            new Act.Offers(Minutes(2), DemoPeople.Aoi, "technical", "アカウントは正しく、サーバーに212件あるのを確認しました。同期だけが始まらない様子です。"),
            new Act.Accepts(Minutes(4), DemoPeople.Midori),
            Says(3, DemoPeople.Midori, "例示様、アカウント窓口から引き継ぎました、みどりです。メモ212件はすべて残っています。設定の「同期」で、いちど切って10秒待ち、入れていただけますか。"),
            new Act.CustomerSays(Minutes(6), "出てきました！よかった。"),
            new Act.Proposes(Minutes(1), DemoPeople.Midori, "同期を入れ直し、メモ212件が新しい電話に出ました。"),
            new Act.Confirms(Minutes(1), true),
        ]),
        new(Hours(2.4), new("ルーターの引き落としが今月だけ2回あります。それと、夜になると遅いです。", "account", "試し 陽", Language: "ja", Product: "お支払い"),
        [
            new Act.TriesToSend(Minutes(5), DemoPeople.Aoi, "お支払いは確認します。夜に遅い件は、技術窓口 0120-000-102 へおかけ直しください。"),
            Says(2, DemoPeople.Aoi, "試し様、ご連絡ありがとうございます。お支払いの記録をお調べします。夜の遅さは技術窓口にもつなぎますので、そのままお待ちください。"),
            new Act.Offers(Minutes(3), DemoPeople.Aoi, "technical", "夜に遅いとのこと。お支払いの二重は確認中です。"),
            new Act.Returns(Minutes(9), DemoPeople.Midori, "速さの前に、二重の引き落としで回線が「停止予定」になっています。先にそちらを直してください。直れば戻るはずです。"),
            new Act.Notes(Minutes(2), DemoPeople.Aoi, "経理に取り消しを依頼。16時に返事が来る。"),
            new Act.CustomerSays(Minutes(20), "何か書類は必要ですか。"),
        ]),
        new(Minutes(33), new("サインインはできるのですが、ルーターの設定画面が真っ白です。", "account", "見本 三郎", Language: "ja", Product: "ミナモ ルーター R3",
            Facts: new Dictionary<string, string> { ["serialNumber"] = "R3C7T2025060", ["tried"] = "別のパソコン、別のブラウザ" }),
        [
            new Act.CustomerSends(Minutes(1), "設定画面.png", 2),
            Says(6, DemoPeople.Aoi, "見本様、写真をありがとうございます。ほかのパソコンでもお試しくださったのですね。技術窓口の担当に引き継いでよろしいですか。"),
            new Act.CustomerSays(Minutes(4), "お願いします。"),
            new Act.Offers(Minutes(20), DemoPeople.Aoi, "technical", "設定画面が真っ白。別の端末でも同じ。アカウントに問題なし。"),
        ]),
        new(Minutes(52), new("海外の出張先からつなぎたいのですが、設定の説明が英語の画面と合いません。", "technical", "仮名 翼", Language: "ja", Product: "ミナモ ルーター R3"),
        [
            Says(9, DemoPeople.Midori, "仮名様、お急ぎのところありがとうございます。海外向けの画面は英語の窓口が詳しいのですが、今つながる担当は英語だけになります。先にお知らせしますので、日本語で待つこともできます。"),
            new Act.Asks(Minutes(2), DemoPeople.Midori, "osVersion"),
            new Act.Offers(Minutes(38), DemoPeople.Midori, "technical-en", "海外向け画面の手順。英語でよければすぐ答えられます。更新番号をお尋ね中です。"),
        ]),
    ];
}
