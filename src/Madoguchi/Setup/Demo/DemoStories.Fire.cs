namespace Madoguchi.Setup.Demo;

public static partial class DemoStories
{
    // Nine days ago nobody could sign in for an hour and a half.
    internal static TimeSpan FireBegan => TimeSpan.FromDays(9.2);

    internal const string FireError = "503 sign-in unavailable";

    private static IEnumerable<Story> Fire => Enumerable.Range(0, 7).Select(i => new Story(
        FireBegan - Minutes(22 + (i * 6)), new(Tells[i % Tells.Length], "account", Names[(i + 3) % Names.Length], Language: "ja", Product: "ミナモID", Problem: "ログインできない", Facts: new Dictionary<string, string> { ["errorText"] = FireError }),
        [
            .. i % 2 == 0 ? [new Act.TakesANumber(Minutes(1), Shown: (240, 900)), new Act.IsServed(Minutes(7 + (i * 2)), DemoPeople.Aoi, Minutes(3))] : Array.Empty<Act>(),
            Says(4 + i, DemoPeople.Aoi, "ご不便をおかけしています。ただいまログインできない状態が続いており、復旧を急いでいます。直り次第、ここでお知らせします。"),
            new Act.Proposes(Minutes(75 - (i * 7)), DemoPeople.Aoi, "ログインできるようになりました。ご迷惑をおかけしました。"), new Act.Confirms(Minutes(4 + (i * 3)), true),
        ]));

    private static string[] Tells => ["急にログインできなくなりました。「503」と出ます。", "何度試しても 503 で入れません。", "会員ページに入れません。503 と表示されます。"];
}
