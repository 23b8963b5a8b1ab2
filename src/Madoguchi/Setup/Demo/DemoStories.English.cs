using Madoguchi.Guides.Walking;

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
        new(Minutes(32), new("The video app says 404 wherever I tap. I have turned the phone off and on.", "technical-en", "Pat Placeholder", Language: "en", Product: "Minamo Video",
            Facts: new Dictionary<string, string> { ["errorText"] = "404 page not found", ["os"] = "iOS 26.1" }),
        [
            new Act.CustomerSends(Minutes(2), "404-everywhere.png", 2),
            Says(4, DemoPeople.Robin, "Hello Pat, thank you for the picture. Let us go through it together, one step at a time. There is no hurry: I wait for you."),
            new Act.Walks(Minutes(1), DemoPeople.Robin, "video-404"),
            new Act.Agrees(Minutes(3)),
            new Act.Steps(Minutes(2), StepAnswer.Unclear, "There is no “Delete” in the menu"),
        ]),
        new(Minutes(41), new("Hi, I moved from Osaka to Leeds. Does the router work with a British power supply, or do I need another one?", "technical-en", "Kim Placeholder", Language: "en", Product: "ミナモ ルーター R3"), []),
    ];
}
