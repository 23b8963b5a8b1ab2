using Madoguchi.Cases;
using Madoguchi.Cases.Canned;
using Madoguchi.Desks;

namespace Madoguchi.Setup.Demo;

/// <summary>Desks and agents that are plainly made up. Everybody may know their password: such a server answers on loopback only.</summary>
public static class DemoPeople
{
    public const string At = "@demo.example";
    public const string Password = "madoguchi-demo";
    public const string Aoi = "aoi" + At;
    public const string Midori = "midori" + At;
    public const string Robin = "robin" + At;
    public const string Sora = "sora" + At;

    public static readonly IReadOnlyList<NewDesk> Desks =
    [
        new("account", "アカウント窓口", ["ja"], "Account desk", ["ミナモID", "お支払い"], "毎日・24時間", "Every day, around the clock", Reception: true,
            Greeting: "こんにちは。ログインやご登録、お支払いのことをお手伝いします。", GreetingInEnglish: "Hello. We help with signing in, registration and payment.",
            FirstAnswer: "ふだんは10分以内にお返事します。", FirstAnswerInEnglish: "We usually answer within 10 minutes.", Words: DemoWords.Account, Phones: ["0120-000-101"]),
        new("technical", "技術窓口", ["ja", "en"], "Technical desk", ["ミナモ ルーター R3", "ミナモ メモ", "ミナモ ビデオ"], "平日 9:00–18:00", "Weekdays 9:00–18:00",
            Greeting: "こんにちは。つながらない、動かないときはこちらへどうぞ。", GreetingInEnglish: "Hello. If something does not connect or does not work, tell us here.",
            Notice: "ルーターの更新 3.2 の後に再起動をくり返す場合の直し方がわかりました。ご相談ください。", NoticeInEnglish: "Router restarting after update 3.2? We know the fix: tell us here.",
            FirstAnswer: "ふだんは30分以内にお返事します。", FirstAnswerInEnglish: "We usually answer within 30 minutes.", Words: DemoWords.Technical, Phones: ["0120-000-102"]),
        new("technical-en", "技術窓口（英語）", ["en"], "Technical desk (English)", ["ミナモ ルーター R3", "ミナモ メモ", "ミナモ ビデオ"], "平日 17:00–翌2:00", "Weekdays 8:00–17:00 UTC",
            Greeting: "英語でお手伝いします。", GreetingInEnglish: "Hello. Tell us what happened, in your own words.",
            FirstAnswer: "ふだんは1時間以内に英語でお返事します。", FirstAnswerInEnglish: "We usually answer within an hour.", Words: DemoWords.TechnicalEn, Phones: ["+44 20 7946 0102"]),
    ];

    public static readonly IReadOnlyList<NewAgent> Agents =
    [
        new("見本 あおい", Aoi, ["account"], ["ja"], ShownName: "あおい"),
        new("見本 みどり", Midori, ["technical"], ["ja", "en"], ShownName: "みどり"),
        new("Robin Example", Robin, ["technical-en"], ["en"], ShownName: "Robin"),
        new("見本 そら", Sora, ["account", "technical", "technical-en"], ["ja", "en"], AgentRole.Supervisor, "そら"),
        new("見本 みなと", "minato" + At, [], ["ja", "en"], AgentRole.Administrator, "みなと"),
    ];

    /// <summary>What the desks ask at intake: slug, and the question without its desk.</summary>
    public static readonly IReadOnlyList<(string Desk, string Key, string Label, string English, string? Help, string? HelpInEnglish, Scope? Scope)> Questions =
    [
        ("account", "email", "ご登録のメールアドレス", "Registered mail address", null, null, null),
        ("technical", "serialNumber", "製造番号", "Serial number", "本体の裏の白いラベルの「S/N」の右、英数字12桁です。", "On the white label at the back, right of “S/N”: 12 letters and digits.", null),
        ("technical", "osVersion", "本体の更新番号", "Firmware version", "設定画面のいちばん下に「3.1」のように出ています。", "At the bottom of the settings page, such as 3.1.", null),
        ("technical", "errorMessage", "画面に出た言葉", "Words on the screen", "写真でもかまいません。", "A photo is fine too.", null),
        ("technical-en", "serialNumber", "製造番号", "Serial number", "本体の裏の白いラベルの「S/N」の右、英数字12桁です。", "On the white label at the back, right of “S/N”: 12 letters and digits.", null),
    ];

    /// <summary>What is written often, by the supervisor.</summary>
    public static readonly IReadOnlyList<NewCannedText> CannedTexts =
    [
        new("ごあいさつ", "{{customer.name}}、お問い合わせありがとうございます。{{desk}}の{{agent}}です。", Shortcut: "aisatsu"),
        new("調べてからお返事します", "{{customer.name}}、お待たせしております。確かめたうえで、この画面でお返事いたします。ページを閉じても、お客様番号 {{customer.number}} で続きからお話しいただけます。", Shortcut: "shirabe"),
        new("ルーターの再起動(更新 3.2)", "ルーターの電源を抜き、10秒おいてから入れ直してください。ランプが3分ほどで緑になれば、更新 3.2.1 の適用が終わっています。", Desk: "technical", Shortcut: "saikidou"),
        new("Greeting", "Hello {{customer.name}}, thank you for writing. This is {{agent}} at the {{desk}}.", "en", Shortcut: "hello"),
        new("I will look into it", "Hello {{customer.name}}, I am looking into it and will answer on this page. You can close it: your number is {{customer.number}}.", "en", Shortcut: "looking"),
    ];
}
