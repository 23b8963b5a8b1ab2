namespace Madoguchi.Setup.Demo;

public static partial class DemoStories
{
    private static IReadOnlyList<Story> InLine =>
    [
        Served(250, 4, 9, "請求書の宛名を直してほしいです。", "見本 節子"),
        Served(221, 6, 5, "確認のメールが届きません。", "例示 進"),
        Served(187, 3, 12, "家族の分をまとめて払えますか。", "仮名 実"),
        Served(150, 8, 7, "登録した電話番号が古いままです。", "試し 薫"),
        Served(118, 5, 6, "引き落としの日を変えたいです。", "見本 稔"),
        Served(84, 7, 10, "退会したのに請求が届きました。", "例示 望"),
        new(Minutes(11), new("入力した覚えのない名前で、注文の控えが届きました。", "account", "仮名 文子", Language: "ja", Product: "ミナモID"), [new Act.TakesANumber(Minutes(0.2))]),
        new(Minutes(8), new("支払いの画面で止まってしまい、二重に払ったかもしれません。", "account", "試し 光一", Phone: "03-1234-5678", Language: "ja", Product: "お支払い"), [new Act.TakesANumber(Minutes(0.3), "03-1234-5678")]),
        new(Minutes(5), new("I cannot sign in after changing my phone.", "account", "Kim Sample", Language: "en", Product: "ミナモID"), [new Act.TakesANumber(Minutes(0.2))]),
        new(Minutes(2), new("", "account", Language: "ja"), [new Act.TakesANumber(Minutes(0))]),
    ];

    // Told, a number taken, called after a while, talked with.
    private static Story Served(double ago, double waited, double talk, string text, string name) =>
        new(Minutes(ago), new(text, "account", name, Language: "ja"), [new Act.TakesANumber(Minutes(0.2)), new Act.IsServed(Minutes(waited + talk), DemoPeople.Aoi, Minutes(talk))]);
}
