using Madoguchi.Cases.Wording;

namespace Madoguchi.Setup.Demo;

/// <summary>The words by which the demo's desks are meant, and what its technicians should rather say.</summary>
public static class DemoWords
{
    public static readonly IReadOnlyList<string> Account =
        ["ログイン", "サインイン", "パスワード", "登録", "請求", "引き落とし", "領収書", "返金", "解約", "住所", "log in", "sign in", "password", "invoice", "bill", "refund", "payment"];

    public static readonly IReadOnlyList<string> Technical =
        ["ルーター", "Wi-Fi", "再起動", "電波", "ランプ", "同期", "つながら", "更新", "設定画面", "遅い", "アプリ", "router", "sync"];

    public static readonly IReadOnlyList<string> TechnicalEn = ["router", "Wi-Fi", "light", "restart", "sync", "slow", "app", "update", "cable", "power supply"];

    public static readonly IReadOnlyList<(string Desk, GlossaryList Terms)> Glossaries =
    [
        ("technical", new(
        [
            new("SSID", "電波の名前"), new("DHCP", "住所を自動で配るしくみ"), new("ファームウェア", "本体の更新プログラム"), new("ブリッジモード", "中継だけをする使い方"),
            new("firmware", "the router’s own software", "en"), new("SSID", "the name of your Wi-Fi", "en"),
        ])),
        ("technical-en", new([new("firmware", "the router’s own software", "en"), new("SSID", "the name of your Wi-Fi", "en"), new("PSU", "power supply", "en")])),
    ];
}
