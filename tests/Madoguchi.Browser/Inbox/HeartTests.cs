using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Inbox;

/// <summary>Story S1, its heart: told once at account, returned once, taken on at technical, solved. Nobody is asked twice.</summary>
public abstract class HeartTests(Stage stage)
{
    private const string Outcome = "Outcome: 再インストール / reinstalled";

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Told_once_at_account_returned_offered_again_accepted_and_solved(string language)
    {
        var ja = language == "ja";
        var story = ja ? "有料プランに申し込んだのに、アプリを開くと404とだけ出ます。" : "I signed up for the paid plan, but the app shows nothing but 404.";
        var told = await stage.Tell(new { desk = Cast.Account, language, name = ja ? "山野" : "Yamano", text = story, facts = new { serialNumber = "SN-77-0001" } });
        await using var customer = await stage.Customer(language);
        await using var hana = await stage.SignedIn(stage.Cast.Hana, language);
        await using var ken = await stage.SignedIn(stage.Cast.Ken, language);
        await customer.Go(new Uri(told.Url).PathAndQuery);
        await hana.Go($"/desk/cases/{told.CaseId}");

        await Offer(hana, ja ? "技術の方で見てください" : "Please look at the technical side");
        await ken.Page.Locator("[data-queue=offered] data").WaitForAsync();
        await ken.Page.ClickAsync("[data-queue=offered]");
        await ken.Page.ClickAsync($"#row-{told.CaseId} a");
        await Assertions.Expect(ken.Page.Locator("#band")).ToContainTextAsync(ja ? "技術の方で" : "technical side");
        await ken.Picture("workspace-offered");
        await ken.IsAccessible();
        await ken.Page.Locator("#band a[data-dialog]").ClickAsync();
        await ken.Page.FillAsync("#dialog textarea", ja ? "OSの版を教えてください" : "Which OS version is it?");
        await ken.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(hana.Page.Locator(".timeline")).ToContainTextAsync(ja ? "OSの版を" : "Which OS version");

        await ken.Page.WaitForURLAsync("**/desk/offered");
        await Offer(hana, ja ? "OSは16.2です" : "It is 16.2");
        await ken.Page.ClickAsync($"#row-{told.CaseId} a");
        await Assertions.Expect(ken.Page.Locator("#band [data-key=a]")).ToBeVisibleAsync();
        await ken.Page.EvaluateAsync("document.activeElement.blur()");
        await ken.Page.Keyboard.PressAsync("a");
        await Assertions.Expect(ken.Page.Locator("#case-head")).ToHaveAttributeAsync("data-may-answer", "true");
        await Assertions.Expect(hana.Page.Locator("#case-head")).ToHaveAttributeAsync("data-may-answer", "false");

        await ken.Page.Keyboard.PressAsync("r");
        await ken.Page.Keyboard.TypeAsync(ja ? "お手元のシリアルナンバーを教えてください" : "Could you tell me the serial number?");
        await Assertions.Expect(ken.Page.Locator("#hint .told")).ToContainTextAsync("SN-77-0001");
        await ken.Picture("workspace-told");
        await ken.IsAccessible();
        await ken.Page.FillAsync("#words", ja ? "SN-77-0001 を確かめました。アプリを入れ直してみてください。" : "I looked at SN-77-0001. Please reinstall the app.");
        await ken.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(customer.Page.Locator("body")).ToContainTextAsync("SN-77-0001");
        await Assertions.Expect(ken.Page.Locator("#words")).ToHaveValueAsync("");
        await ken.Page.Keyboard.PressAsync("Escape");
        await ken.Page.Keyboard.PressAsync("s");
        await ken.Page.FillAsync("#outcome", Outcome);
        await ken.Picture("workspace-solution");
        await ken.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(customer.Page.Locator("body")).ToContainTextAsync(Outcome);
        using (var token = stage.App.Client(told.Token))
            (await token.Post($"/api/v1/cases/{told.CaseId}/solution/answer", new { solved = true })).Was(200);

        await Assertions.Expect(ken.Page.Locator("#case-head")).ToContainTextAsync(ja ? "解決" : "Solved");
        await ken.Picture("workspace-solved");
        await Once(told, story);
        Assert.True(ken.Complaints.Count + hana.Complaints.Count == 0, string.Join('\n', ken.Complaints.Concat(hana.Complaints)));
    }

    [Fact]
    public async Task A_change_of_language_is_told_to_the_customer_first()
    {
        var told = await stage.Tell(new { desk = Cast.Account, language = "ja", text = "つながりません。" });
        await using var customer = await stage.Customer();
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await customer.Go(new Uri(told.Url).PathAndQuery);
        await hana.Go($"/desk/cases/{told.CaseId}");

        await hana.Page.Keyboard.PressAsync("h");
        await hana.Page.CheckAsync($"[name=toDesk][value={Cast.TechnicalEn}]");
        await Assertions.Expect(hana.Page.Locator("#dialog .tell:visible")).ToContainTextAsync("英語");
        await hana.Picture("workspace-handover");
        await hana.IsAccessible();
        await hana.Page.FillAsync("#reason", "英語の資料が必要です");
        await hana.Page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(customer.Page.Locator("body")).ToContainTextAsync("英語");
        await Assertions.Expect(hana.Page.Locator("#band")).ToContainTextAsync("英語");
    }

    private static async Task Offer(Window giver, string reason)
    {
        await giver.Page.EvaluateAsync("document.activeElement.blur()");
        await giver.Page.Keyboard.PressAsync("h");
        await giver.Page.CheckAsync($"[name=toDesk][value={Cast.Technical}]");
        await giver.Page.FillAsync("#reason", reason);
        await giver.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(giver.Page.Locator("#band form")).ToBeVisibleAsync();
    }

    private async Task Once(Desks.Told told, string story)
    {
        using var ken = stage.App.Client(stage.Cast.Ken.Key);
        var entries = (await ken.Get($"/api/v1/cases/{told.CaseId}/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray().ToList();
        Assert.Single(entries, e => e.GetProperty("kind").GetString() == "message" && e.GetProperty("body").GetProperty("text").GetString() == story);
        Assert.DoesNotContain(entries, e => e.GetProperty("kind").GetString() is "question" or "askedAgain");
    }

    public sealed class OnSqlite(SqliteStage stage) : HeartTests(stage), IClassFixture<SqliteStage>;

    public sealed class OnPostgres(PostgresStage stage) : HeartTests(stage), IClassFixture<PostgresStage>;
}
