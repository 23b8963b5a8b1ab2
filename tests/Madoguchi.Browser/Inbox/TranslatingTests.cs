using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Inbox;

/// <summary>An agent who does not read Japanese talks with a customer who writes nothing else.</summary>
public sealed class TranslatingTests(Chromium chromium)
{
    [Theory]
    [InlineData("wide")]
    [InlineData("phone")]
    public async Task Translations_come_by_themselves_and_a_reply_goes_out_with_its_own(string shape)
    {
        await using var translator = await Translator.Start();
        await using var database = await Database.New(On.Sqlite);
        await using var app = await AppProcess.Start(database, new Dictionary<string, string> { ["Madoguchi__Translation__Url"] = translator.Url });
        using var admin = app.Client(AppProcess.BootstrapKey);
        var robin = (await Cast.Assemble(admin)).Robin;
        using var anonymous = app.Client();
        var told = (await anonymous.Post("/api/v1/contacts", new { desk = Cast.TechnicalEn, language = "ja", name = "山野", text = "画面が真っ白です。" })).Was(201);
        await using var window = await chromium.Open(app.Address, "en", shape is "phone" ? Shape.Phone : Shape.Wide);
        var page = window.Page;
        await window.Go("/sign-in");
        await page.FillAsync("[name=email]", robin.Email);
        await page.FillAsync("[name=password]", (await admin.Post($"/api/v1/agents/{robin.AgentId}/password")).Was(201)["password"]);
        await page.PressAsync("[name=password]", "Enter");
        await page.WaitForURLAsync("**/desk/**");
        await window.Go($"/desk/cases/{told["caseId"]}");
        await Assertions.Expect(page.Locator("[data-n='1'] .translated")).ToContainTextAsync("[ja→en] 画面が真っ白です。");

        using var customer = app.Client(told["token"]);
        (await customer.Post($"/api/v1/cases/{told["caseId"]}/messages", new { text = "再起動もしました。" })).Was(201);
        await Assertions.Expect(page.GetByText("[ja→en] 再起動もしました。")).ToBeVisibleAsync();
        await page.FillAsync("#words", "Please update it.");
        await page.ClickAsync("[data-translate]");
        await Assertions.Expect(page.Locator("#translation")).ToHaveValueAsync("[en→ja] Please update it.");
        await window.IsAccessible();
        await window.Picture("translating");
        await page.FillAsync("#translation", "更新してください。");
        await page.ClickAsync("#dialog .next");

        await Assertions.Expect(page.Locator(".entry.agent .translated")).ToContainTextAsync("更新してください。");
        await Assertions.Expect(page.Locator("#words")).ToHaveValueAsync("");
        await window.IsAccessible();
        await window.Picture("translated");
        Assert.True(window.Complaints.Count == 0, string.Join('\n', window.Complaints));
    }
}
