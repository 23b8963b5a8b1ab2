using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Campaigns;

public abstract class PagesTests(App app)
{
    private static readonly string[] Japanese = ["ja"];

    [Fact]
    public async Task The_public_page_leads_from_the_code_to_the_receipt_without_scripts()
    {
        var (campaign, browser) = (await Opening.Of(app), app.Browser());
        var at = "/campaigns/" + campaign.Slug;
        var page = (await browser.Open(at + "?lang=en&code=" + campaign.Codes[0])).Was(200).Text;
        Assert.Contains("Summer", page, StringComparison.Ordinal);
        Assert.Contains("minutes left", page, StringComparison.Ordinal);
        Assert.Contains(campaign.Codes[0], page, StringComparison.Ordinal);

        // Too fast for a person, or into the box that nobody sees: shown again, nothing begun.
        var shown = Of(page, "shown");
        (await browser.Send(at, new { code = campaign.Codes[0], email = "sae@example.jp", shown, website = "x" })).Was(422);
        (await browser.Send(at, new { code = campaign.Codes[0], email = "sae@example.jp", shown = "made up" })).Was(422);
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("打ち間違い", (await browser.Send(at, new { code = campaign.Codes[0][..^1], email = "sae@example.jp", shown })).Was(422).Text, StringComparison.Ordinal);
        var own = (await browser.Send(at, new { code = campaign.Codes[0], email = "sae@example.jp", shown, key = "one" })).Was(303).Headers.Location!.ToString();
        Assert.Contains("s…@example.jp", (await browser.Open(own)).Was(200).Text, StringComparison.Ordinal);
        var (here, code) = (own.Split('?')[0], await campaign.CodeAt("sae@example.jp"));
        (await browser.Send(here + "/code", new { code = Opening.Other(code) })).Was(422);
        (await browser.Send(here + "/code", new { code })).Was(303);
        var done = (await browser.Open(here + "?lang=ja")).Was(200).Text;
        Assert.Contains("登録が完了しました", done, StringComparison.Ordinal);
        Assert.Contains("コイン500枚", done, StringComparison.Ordinal);

        // Another person with the same code is told when it was used; the owner gets the way back.
        var late = (await browser.Send(at, new { code = campaign.Codes[0], email = "other@example.jp", shown })).Was(409).Text;
        Assert.Contains("それは、あなたでしたか", late, StringComparison.Ordinal);
        (await browser.Send(at + "/owner", new { code = campaign.Codes[0] })).Was(200);
        Assert.Contains(here, (await Mailed.To(app.Database, "sae@example.jp", 3))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_gets_stuck_brings_code_and_registration_along_to_the_desk()
    {
        var cast = await app.Cast();
        var (campaign, browser) = (await Opening.Of(app), app.Browser());
        var id = await campaign.Begun(campaign.Codes[0], "tomo@example.jp");
        var page = (await browser.Open($"/campaigns/{campaign.Slug}/{id}")).Was(200).Text;
        var contact = System.Net.WebUtility.HtmlDecode("/contact?" + page.Split("href=\"/contact?")[1].Split('"')[0]);
        var form = (await browser.Open(contact)).Was(200).Text;

        (await browser.Send("/contact", new { text = "番号のメールが届きません", desk = "account", campaign = Of(form, "campaign"), code = Of(form, "code"), registration = Of(form, "registration"), key = "k" })).Was(303);

        var found = await Patience.Until(() => app.As(cast.Hana).Get($"/api/v1/search?q={Uri.EscapeDataString(campaign.Codes[0])}"), a => a.Was(200).Json.GetProperty("cases").GetArrayLength() > 0);
        var theCase = found.Json.GetProperty("cases")[0].GetProperty("caseId").GetString();
        var facts = (await app.As(cast.Hana).Get($"/api/v1/cases/{theCase}/facts")).Was(200).Text;
        Assert.Contains(id, facts, StringComparison.Ordinal);
        Assert.Contains(campaign.Codes[0], facts, StringComparison.Ordinal);

        // The agent sees at once when it was begun, and mends it from the case, with a reason.
        using var hana = await app.SignedIn(cast.Hana);
        Assert.Contains("の前です", (await hana.Open($"/desk/cases/{theCase}")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("tomo@example.jp", (await hana.Open($"/desk/registrations?q={campaign.Codes[0]}")).Was(200).Text, StringComparison.Ordinal);
        var record = $"/desk/registrations/{id}";
        Assert.Contains("確認番号をもう一度送る", (await hana.Open($"{record}?from={theCase}")).Was(200).Text, StringComparison.Ordinal);
        (await hana.Send(record + "/repairs", new { repair = "Resend", reason = "", caseId = theCase, key = "a" })).Was(409);
        (await hana.Send(record + "/repairs", new { repair = "Complete", reason = "x", caseId = theCase, key = "b" })).Was(409);
        (await hana.Send(record + "/repairs", new { repair = "Resend", reason = "届いていない", caseId = $"https://desk.example/desk/cases/{theCase}?in=mine", key = "c" })).Was(302);
        Assert.Contains("届いていない", (await hana.Open(record)).Was(200).Text, StringComparison.Ordinal);
        await Mailed.To(app.Database, "tomo@example.jp", 2);
    }

    [Fact]
    public async Task A_campaign_is_set_up_and_followed_on_the_settings_pages()
    {
        using var admin = await Administrator();
        var slug = $"c-{Guid.NewGuid():N}"[..20];
        (await admin.Send("/settings/campaigns/new", new { slug, name = "秋", reward = "", opens = "2026-01-01T00:00", closes = "2030-01-01T00:00", listed = "K-1001" })).Was(422);
        (await admin.Send("/settings/campaigns/new", new { slug, name = "秋", reward = "栗", opens = "2026-01-01T00:00", closes = "2030-01-01T00:00", finishDays = "7", listed = "code,who\nK-1001,a\nK-1002,b" })).Was(302);
        var page = (await admin.Open("/settings/campaigns/" + slug)).Was(200).Text;
        Assert.Contains("コード 2", page, StringComparison.Ordinal);
        (await admin.Send($"/settings/campaigns/{slug}/codes", new { listed = "k1001" })).Was(422);
        (await admin.Send($"/settings/campaigns/{slug}/codes", new { generate = 3 })).Was(302);
        (await admin.Send("/settings/campaigns/" + slug, new { name = "秋の実り", reward = "栗", opens = "2026-01-01T00:00", closes = "2029-12-31T00:00", version = 1 })).Was(302);
        (await admin.Send("/settings/campaigns/" + slug, new { name = "冬", reward = "栗", opens = "2026-01-01T00:00", closes = "2029-12-31T00:00", version = 1 })).Was(422);
        Assert.Equal(6, (await admin.Open($"/settings/campaigns/{slug}/codes.csv")).Was(200).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("2029-12-30T15:00:00+00:00", (await app.Admin.Get("/api/v1/campaigns/" + slug)).Was(200)["closes"]);
    }

    private async Task<Browser> Administrator()
    {
        var email = $"a{Guid.NewGuid():N}@example.test";
        var id = (await app.Admin.Post("/api/v1/agents", new { name = "Aoi", email, desks = Array.Empty<string>(), languages = Japanese, role = "administrator" })).Was(201)["agentId"];
        return await app.SignedIn(new Player(email.Split('@')[0], id, ""));
    }

    private static string Of(string page, string field) => System.Net.WebUtility.HtmlDecode(page.Split($"name=\"{field}\" value=\"")[1].Split('"')[0]);

    public sealed class OnSqlite(SqliteApp app) : PagesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : PagesTests(app), IClassFixture<PostgresApp>;
}
