namespace Madoguchi.Setup.Demo;

public static partial class DemoStories
{
    private static IReadOnlyList<Story> English =>
    [
        new(Hours(53), new("After the last update my notes open in the wrong order, oldest first. Can I change that back?", "technical-en", "Sam Sample", "sam@customer.example", Language: "en", Product: "ミナモ メモ"),
        [
            Says(18, DemoPeople.Robin, "Hello Sam, yes. Open Settings, then List, and choose “Newest first”. The update forgot that choice for some people; sorry about that."),
            new Act.Proposes(Minutes(1), DemoPeople.Robin, "In Settings, List, the order is “Newest first” again."),
            new Act.Confirms(Minutes(14), true),
        ]),
        new(Hours(5.5), new("My router shows an orange light since this morning and nothing connects. I have a photo.", "technical-en", "Jo Example", Language: "en", Product: "ミナモ ルーター R3",
            Facts: new Dictionary<string, string> { ["serialNumber"] = "R3A2E2024088" }),
        [
            new Act.CustomerSends(Minutes(2), "orange-light.png", 2),
            Says(9, DemoPeople.Robin, "Hello Jo, thank you for the photo and the serial number. Orange means that it gets no signal from the wall. Is the grey cable in the port marked WAN?"),
        ]),
        new(Minutes(41), new("Hi, I moved from Osaka to Leeds. Does the router work with a British power supply, or do I need another one?", "technical-en", "Kim Placeholder", Language: "en", Product: "ミナモ ルーター R3"), []),
    ];
}
