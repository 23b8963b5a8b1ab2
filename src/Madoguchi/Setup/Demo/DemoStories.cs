using Madoguchi.Cases;

namespace Madoguchi.Setup.Demo;

/// <summary>The cases of the demo: one in every state.</summary>
public static partial class DemoStories
{
    public static readonly IReadOnlyList<Story> All =
    [
        new(Hours(26 * 8 + 5), new("領収書の宛名を会社名に変えられますか。先月分と今月分です。", "account", "例示 花", Language: "ja", Product: "お支払い"),
        [
            Says(20, DemoPeople.Aoi, "例示様、お問い合わせありがとうございます。変えられます。宛名にする会社名と、領収書の番号を教えていただけますか。番号は右上の「R-」で始まる8桁です。"),
            new Act.FallsSilent(TimeSpan.FromDays(7.2)),
        ]),
        new(Hours(74), new("メールアドレスを変えたら、確認のメールが届きません。迷惑メールにもありませんでした。", "account", "見本 一郎", "ichiro@customer.example", Language: "ja", Product: "ミナモID",
            Facts: new Dictionary<string, string> { ["tried"] = "迷惑メールの確認、再送を2回" }),
        [
            Says(6, DemoPeople.Aoi, "見本様、ご不便をおかけしています。記録を見たところ、新しいアドレスの綴りが「cutomer」になっているようです。こちらで直して、確認のメールをもう一度お送りしてよろしいですか。"),
            new Act.CustomerSays(Minutes(4), "あっ、本当ですね。お願いします。"),
            new Act.Notes(Minutes(2), DemoPeople.Aoi, "綴りの間違いだけ。本人確認は登録の電話番号で済み。"),
            new Act.Proposes(Minutes(3), DemoPeople.Aoi, "アドレスを ichiro@customer.example に直し、確認のメールを送り直しました。届いたメールのボタンを押すと完了です。"),
            new Act.Confirms(Minutes(9), true),
            new Act.Thanks(Minutes(3), 5, "自分の打ちまちがいなのに、責めずに直してくださり、ほっとしました。", DemoPeople.Aoi),
        ]),
        new(Hours(50), new("2階だけ電波が弱く、動画が止まります。ルーターは1階の居間です。", "technical", "試し 健", Language: "ja", Product: "ミナモ ルーター R3",
            Facts: new Dictionary<string, string> { ["serialNumber"] = "R3A8K2024117", ["osVersion"] = "3.2" }),
        [
            Says(15, DemoPeople.Midori, "試し様、製造番号と更新番号を先に教えてくださり助かります。設定画面の「電波」で、5GHzの幅を80から40に変えてみていただけますか。遠くまで届きやすくなります。"),
            new Act.CustomerSays(Minutes(25), "変えました。前より良いです。"),
            new Act.Proposes(Minutes(3), DemoPeople.Midori, "5GHzの幅を40に変えて、2階でも動画が止まらなくなりました。"),
            new Act.Confirms(Minutes(2), true),
            new Act.Remedies(Hours(1), DemoPeople.Midori, "extension", "不具合で使えなかったひと月半のあいだに、保証の期限が切れたため。", 45),
            new Act.CustomerSays(Hours(43), "すみません、今朝からまた止まるようになりました。雨のせいでしょうか。"),
        ]),
        new(Hours(27), new("パスワードを忘れて、登録した電話番号も変わってしまいました。ログインする方法はありますか。", "account", "仮名 さくら", Phone: "090-0000-0000", Language: "ja", Product: "ミナモID"),
        [
            Says(8, DemoPeople.Aoi, "仮名様、方法はありますのでご安心ください。ご本人の確認のため、ご登録のときの郵便番号と、直近のお支払いの月を教えていただけますか。"),
            new Act.BreaksOff(Hours(24), Cases.BreakKind.Silence, Hours(24)),
        ]),
        new(Hours(22), new("更新 3.2 を入れてから、ルーターが5分おきに再起動します。仕事の会議が切れて困っています。", "technical", "試作 涼", "ryo@customer.example", Language: "ja", Product: "ミナモ ルーター R3",
            Problem: "再起動をくり返す", Facts: new Dictionary<string, string> { ["serialNumber"] = "R3B1M2025033", ["osVersion"] = "3.2", ["tried"] = "電源の入れ直し、初期化" }),
        [
            Says(5, DemoPeople.Midori, "試作様、お仕事中にご迷惑をおかけしています。初期化まで済ませてくださったのですね。同じ様子の方が何人かいて、原因がわかっています。設定画面の「更新」で「3.1に戻す」を選んでいただけますか。"),
            new Act.CustomerSays(Minutes(30), "戻しました。1時間ほど再起動していません。"),
            new Act.Remedies(Minutes(1), DemoPeople.Midori, "fee", "3.2 を配った私たちの不具合で、三日使えなかったため。", 540),
            new Act.Notes(Minutes(1), DemoPeople.Midori, "3.2 の省電力が原因（技術メモ 118）。3.3 が出たら本人に知らせる約束。"),
            new Act.Proposes(Minutes(2), DemoPeople.Midori, "更新を 3.1 に戻し、再起動が止まりました。3.3 が出ましたら、こちらからお知らせします。"),
        ]),
        new(Hours(2.6), new("昨日の夜から、動画アプリのどこを開いても「404」と出ます。電話を入れ直しても同じでした。", "technical", "仮名 空", Language: "ja", Product: "ミナモ ビデオ",
            Problem: "404と出る", Facts: new Dictionary<string, string> { ["errorMessage"] = "404 ページが見つかりません" }),
        [
            new Act.CustomerSends(Minutes(1), "どこを開いても.png", 2),
        ]),
        new(Hours(3.2), new("メモの同期が昨日から止まっています。パソコンでは見えるのに、電話では「0件」と出ます。", "technical", "見本 次郎", Language: "ja", Product: "ミナモ メモ"),
        [
            new Act.CustomerSends(Minutes(1), "同期の画面.png", 0),
            Says(11, DemoPeople.Midori, "見本様、写真をありがとうございます。右上に出ている雲の印を押すと、最後に同期した時刻が出ます。何時になっているでしょうか。"),
            new Act.CustomerSays(Minutes(130), "「昨日 18:42」です。押しても変わりません。\n消えるのが心配なので、急いでいただけると助かります。"),
            new Act.Prioritizes(Minutes(1), DemoPeople.Midori, Priority.Urgent),
            new Act.Tags(Minutes(1), DemoPeople.Midori, "同期", "データの心配"),
            new Act.Notes(Minutes(2), DemoPeople.Midori, "@見本 そら 消えてはいないはずですが、控えの有無を見ていただけますか。"),
        ]),
        new(Hours(1.1), new("引っ越しで住所が変わりました。請求書の送り先も変わりますか。", "account", "例示 月子", Language: "ja"),
        [
            Says(4, DemoPeople.Aoi, "例示様、ご連絡ありがとうございます。住所を変えると、次の請求書から新しい住所に届きます。今月の請求書はもうお手元に届いていますか。"),
            new Act.Tags(Minutes(1), DemoPeople.Aoi, "請求書", "住所変更"),
            new Act.Snoozes(Minutes(1), DemoPeople.Aoi, Hours(20)),
        ]),
        new(Minutes(24), new("前にも相談した者です。同じ番号だと思います。今度はお支払いの画面で先に進めません。", "account", "見本 一郎", Language: "ja", Product: "お支払い"),
        [
            new Act.CustomerSends(Minutes(2), "支払いの画面.png", 1),
        ], Claims: "見本 一郎"),
        new(Minutes(7), new("ログインすると「時間をおいてお試しください」と出ます。30分待っても同じでした。", "account", "仮名 こずえ", Language: "ja", Product: "ミナモID",
            Facts: new Dictionary<string, string> { ["errorMessage"] = "時間をおいてお試しください" }), []),
        new(Minutes(18), new("テレビで見ていたら「契約を確認できません」と出て消えた。昨日までは映っていた。リモコンの青いボタンを押しても同じ。耳が遠いので、ゆっくり話してほしいとのこと。", "account", "試し 梅子", Phone: "03-0000-0142", Language: "ja",
            Product: "お支払い", Facts: new Dictionary<string, string> { ["errorText"] = "契約を確認できません" }),
        [
            new Act.Notes(Minutes(3), DemoPeople.Aoi, "お支払いは済んでいる。折り返しは16時以降をご希望。"),
        ], TakenBy: DemoPeople.Aoi),
        new(Minutes(13), new("昨夜からルーターのランプが赤いままで、どこに聞けばよいか分かりません。", Name: "例示 空", Language: "ja"), []),
        .. Handed,
        .. BrokenOff,
        .. Denied,
        .. Cared,
        .. English,
        .. InLine,
        .. Proven,
        .. Past,
        .. Fire,
        .. Jump,
    ];

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    private static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);

    private static Act.AgentSays Says(double minutes, string agent, string text) => new(Minutes(minutes), agent, text);
}
