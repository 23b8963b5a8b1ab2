using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using static Microsoft.Playwright.Assertions;

namespace Madoguchi.Browser;

/// <summary>A customer at one node, an agent at another. The customer's node is killed; the page goes on at the other by itself.</summary>
public sealed class TwoNodesTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task The_page_goes_on_through_the_other_node()
    {
        await using var database = await Database.New(On.Postgres);
        await using var one = await AppProcess.Start(database);
        await using var other = await AppProcess.Start(database);
        using var admin = one.Client(AppProcess.BootstrapKey);
        var cast = await Cast.Assemble(admin);
        using var anonymous = one.Client();
        var contact = (await anonymous.Post("/api/v1/contacts", new { text = "アプリに404とだけ出ます", desk = Cast.Account })).Was(201);
        using var hana = other.Client(cast.Hana.Key);
        await using var wire = new Wire(one.Port);
        await using var window = await chromium.Open(wire.Address, "ja", Shape.Phone);
        await window.Go($"/c/{contact["token"]}");
        var page = window.Page;

        await Hears(1);
        await Say("もしもし");
        await Expect(page.Locator("[data-n]").Filter(new() { HasText = "もしもし" })).ToHaveCountAsync(1);

        await one.Kill();
        wire.LeadTo(other.Port);

        await Hears(2);
        await Say("切れましたが、続けます");
        var timeline = (await hana.Get($"/api/v1/cases/{contact["caseId"]}/timeline")).Was(200).Text;
        Assert.Contains("もしもし", timeline);
        await Expect(page.Locator("[data-n]").Filter(new() { HasText = "切れましたが、続けます" })).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-n]").Filter(new() { HasText = "もしもし" })).ToHaveCountAsync(1);

        async Task Hears(int number)
        {
            (await hana.Post($"/api/v1/cases/{contact["caseId"]}/messages", new { text = $"お返事 {number}" })).Was(201);
            await Expect(page.Locator("[data-n]").Filter(new() { HasText = $"お返事 {number}" })).ToHaveCountAsync(1);
        }

        async Task Say(string text)
        {
            await page.Locator("textarea[name=text]").FillAsync(text);
            await page.Keyboard.PressAsync("Control+Enter");
        }
    }
}
