namespace Madoguchi.Setup.Demo;

/// <summary>A "no" that was held back in time, because nobody had looked.</summary>
public static partial class DemoStories
{
    private static IReadOnlyList<Story> Denied =>
    [
        new(Hours(0.9), new("昨日の夜、キャンペーンの登録をして「登録完了」と表示されたのに、ミナモIDを見ると未登録のままです。もう一度コードを入れると「使用済み」と出ます。特典はもらえないのでしょうか。", "account", "例示 律", "ritsu@customer.example", Language: "ja", Product: "ミナモID",
            Facts: new Dictionary<string, string> { ["errorMessage"] = "このコードは使用済みです" }),
        [
            new Act.TriesToSend(Minutes(6), DemoPeople.Aoi, "例示様、登録がなければ特典はお渡しできません。キャンペーンの規約に記載のとおりです。"),
            Says(3, DemoPeople.Aoi, "例示様、「登録完了」と表示されたのに未登録のまま、とのこと、ご不安にさせて申し訳ありません。昨日の夜の記録をいま確かめています。締め切りを過ぎていても、始められた時刻で判断しますのでご安心ください。"),
        ]),
    ];
}
