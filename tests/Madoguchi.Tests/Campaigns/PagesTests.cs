using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Campaigns;

public abstract class PagesTests(App app)
{
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
    }

    private static string Of(string page, string field) => System.Net.WebUtility.HtmlDecode(page.Split($"name=\"{field}\" value=\"")[1].Split('"')[0]);

    public sealed class OnSqlite(SqliteApp app) : PagesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : PagesTests(app), IClassFixture<PostgresApp>;
}
