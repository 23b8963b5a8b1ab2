using Madoguchi.Browser.Inbox;
using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Lining;

/// <summary>Where turns are offered: it comes to the agent by itself, with its reason, and one key takes it.</summary>
public abstract class OfferTests(Stage stage)
{
    [Fact]
    public async Task A_turn_comes_to_the_agent_who_takes_it_by_one_key_and_the_customer_sees_it()
    {
        using var admin = stage.App.Client(AppProcess.BootstrapKey);
        (await admin.Put($"/api/v1/desks/{Cast.Account}/line/settings", new { offers = true, offerSeconds = 600 })).Was(200);
        using var anonymous = stage.App.Client();
        var told = (await anonymous.Post("/api/v1/contacts", new { text = "確認コードが届きません", desk = Cast.Account })).Was(201);
        await using var hana = await stage.SignedIn(stage.Cast.Hana); // an open workspace is on duty
        await using var customer = await stage.Customer();
        await customer.Go($"/c/{told["token"]}/ticket");
        await customer.Page.ClickAsync("button.next");

        var asked = hana.Page.Locator("section.asked");
        await Assertions.Expect(asked).ToContainTextAsync("いちばん長くお待ち");
        await hana.IsAccessible();
        await hana.Picture("offered-turn");
        await hana.Page.Keyboard.PressAsync("d");

        await hana.Page.WaitForURLAsync($"**/desk/cases/{told["caseId"]}**");
        await Assertions.Expect(asked).ToHaveCountAsync(0);
        await Assertions.Expect(hana.Page.Locator("#line-band")).ToHaveAttributeAsync("data-state", new System.Text.RegularExpressions.Regex("called|serving"));
        await Assertions.Expect(hana.Page.Locator(".timeline")).ToContainTextAsync("Hana");
        Assert.True(hana.Complaints.Count + customer.Complaints.Count == 0, string.Join('\n', hana.Complaints.Concat(customer.Complaints)));
    }

    public sealed class OnSqlite(SqliteStage stage) : OfferTests(stage), IClassFixture<SqliteStage>;
}
