namespace Madoguchi.Setup.Demo;

public static partial class DemoStories
{
    /// <summary>One who insults, one whose anger has a reason, and a supervisor who is waited for.</summary>
    private static IReadOnlyList<Story> Cared =>
    [
        new(Minutes(74), new("二重に引き落とされています。どうなっていますか。", "account", "仮名 剛", Language: "ja", Product: "お支払い"),
        [
            Says(7, DemoPeople.Aoi, "仮名様、ご心配をおかけしています。引き落としの日と金額を教えていただけますか。"),
            new Act.CustomerSays(Minutes(9), "お前みたいな無能に話しても時間の無駄だ。11月20日に4,980円が2回です。さっさと返金の手続きをしてください。"),
        ]),
        new(Minutes(58), new("ルーターの型番を伝えたのに、また同じことを聞かれました。", "technical", "例示 律子", Language: "ja", Product: "ミナモ ルーター R3", Facts: new Dictionary<string, string> { ["serialNumber"] = "R3A8K2024120" }),
        [
            new Act.Asks(Minutes(6), DemoPeople.Midori, "serialNumber", "読み落としました"),
            new Act.CustomerSays(Minutes(4), "ふざけるな、もう伝えたでしょう。いい加減にしてください。"),
            new Act.WantsSupervisor(Minutes(1)),
        ]),
    ];
}
