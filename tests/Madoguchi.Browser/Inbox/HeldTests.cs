using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Inbox;

/// <summary>A reply that sends the customer away is held back beside its words, and handed over instead, by keys alone.</summary>
public abstract class HeldTests(Stage stage)
{
    private static readonly string[] Money = ["お支払い", "payments"];

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task What_would_send_the_customer_away_is_handed_over_instead(string language)
    {
        var ja = language == "ja";
        var told = await Tell(language);
        await using var hana = await stage.SignedIn(stage.Cast.Hana, language);
        await using var customer = await stage.Customer(language);
        await customer.Go(new Uri(told.Url).PathAndQuery);
        await hana.Go($"/desk/cases/{told.CaseId}");
        var words = ja ? "お支払いのことは、0120-000-000 へおかけ直しください。" : "For payments, please call 0120-000-000.";

        await hana.Page.Keyboard.PressAsync("r");
        await hana.Page.Keyboard.TypeAsync(words);
        await hana.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(hana.Page.Locator("#held mark").Filter(new() { HasText = "0120-000-000" })).ToBeVisibleAsync();
        await Assertions.Expect(hana.Page.Locator("#held")).ToContainTextAsync("お支払い窓口");
        await Assertions.Expect(hana.Page.Locator("#words")).ToHaveValueAsync(words);
        await Assertions.Expect(hana.Page.Locator("#held .button.next")).ToBeFocusedAsync();
        await hana.IsAccessible();
        await hana.Picture("workspace-held");

        await hana.Page.Keyboard.PressAsync("h");
        await Assertions.Expect(hana.Page.Locator($"#dialog [name=toDesk][value={Cast.Billing}]")).ToBeCheckedAsync();
        await Assertions.Expect(hana.Page.Locator("#reason")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(ja ? "お支払い" : "payments"));
        await hana.Page.FocusAsync("#reason");
        await hana.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(hana.Page.Locator("#band form")).ToBeVisibleAsync();

        await Assertions.Expect(hana.Page.Locator("#held section")).ToHaveCountAsync(0);
        await Assertions.Expect(hana.Page.Locator("#words")).ToHaveValueAsync(words);
        Assert.DoesNotContain("0120-000-000", await customer.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_reason_it_is_sent_and_the_words_may_be_changed_instead()
    {
        var told = await Tell("ja");
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await hana.Go($"/desk/cases/{told.CaseId}");
        await hana.Page.Keyboard.PressAsync("r");
        await hana.Page.Keyboard.TypeAsync("銀行へお問い合わせください。");
        await hana.Page.Keyboard.PressAsync("Control+Enter");
        await hana.Page.ClickAsync("#held [data-edit]");
        await Assertions.Expect(hana.Page.Locator("#words")).ToBeFocusedAsync();
        await hana.Page.Keyboard.PressAsync("Control+Enter");
        await hana.Page.ClickAsync("#held summary");
        await hana.Page.FillAsync("#held-because", "銀行だけが止められる");
        await hana.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(hana.Page.Locator(".entry.agent")).ToContainTextAsync("銀行へお問い合わせください。");
        await Assertions.Expect(hana.Page.Locator("#held section")).ToHaveCountAsync(0);
        await Assertions.Expect(hana.Page.Locator("#words")).ToHaveValueAsync("");
        await Assertions.Expect(hana.Page.Locator(".timeline")).ToContainTextAsync("銀行だけが止められる");
        Assert.True(hana.Complaints.All(c => c.Contains("409", StringComparison.Ordinal)), string.Join('\n', hana.Complaints));
    }

    [Fact]
    public async Task Sighs_and_insiders_words_get_a_quiet_hint_while_typing()
    {
        using var admin = stage.App.Client(AppProcess.BootstrapKey);
        (await admin.Put($"/api/v1/desks/{Cast.Account}/glossary", new { terms = new[] { new { term = "SSO", plain = "一度のサインイン" } } })).Was(200);
        var told = await Tell("ja");
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await hana.Go($"/desk/cases/{told.CaseId}");

        await hana.Page.Keyboard.PressAsync("r");
        await hana.Page.Keyboard.TypeAsync("先ほども申し上げましたが、SSOです。");
        await Assertions.Expect(hana.Page.Locator("#hint")).ToContainTextAsync("一度のサインイン");
        await Assertions.Expect(hana.Page.Locator("#hint")).ToContainTextAsync("先ほども申し上げましたが");
        await hana.IsAccessible();
        await hana.Picture("workspace-wording");
        await hana.Page.ClickAsync("#hint [data-use-for]");

        await Assertions.Expect(hana.Page.Locator("#words")).ToHaveValueAsync("先ほども申し上げましたが、一度のサインインです。");
    }

    private async Task<Desks.Told> Tell(string language)
    {
        using var admin = stage.App.Client(AppProcess.BootstrapKey);
        (await admin.Patch($"/api/v1/desks/{Cast.Billing}", new { words = Money, languages = Both })).Was(200);
        return await stage.Tell(new { desk = Cast.Account, language, name = "山野", text = language == "ja" ? "先に進めません。" : "I cannot go on." });
    }

    private static readonly string[] Both = ["ja", "en"];

    public sealed class OnSqlite(SqliteStage stage) : HeldTests(stage), IClassFixture<SqliteStage>;

    public sealed class OnPostgres(PostgresStage stage) : HeldTests(stage), IClassFixture<PostgresStage>;
}
