using System.Text.RegularExpressions;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Inbox;

/// <summary>Canned texts by forms alone: made in the settings, chosen from the sheet, added to the draft.</summary>
public abstract class CanningTests(App app)
{
    [Fact]
    public async Task A_text_is_made_once_by_form()
    {
        var cast = await app.Cast();
        var title = $"ごあいさつ {Guid.NewGuid():N}";
        using var hana = await app.SignedIn(cast.Hana);
        await hana.Open("/settings/canned/new");
        (await hana.Send("/settings/canned/new", new { title, text = "{{customer.name}}、{{agent}}です。", language = "ja", key = title })).Was(302);
        (await hana.Send("/settings/canned/new", new { title, text = "{{customer.name}}、{{agent}}です。", language = "ja", key = title })).Was(302);
        Assert.Equal(1, Regex.Count((await hana.Open("/settings/canned")).Was(200).Text, title)); // sent twice, made once
    }

    [Fact]
    public async Task A_chosen_text_stands_in_the_draft_after_what_is_written()
    {
        var cast = await app.Cast();
        var id = (await app.Anonymous.Post("/api/v1/contacts", new { desk = Cast.Account, name = "山野", text = "開きません。" })).Was(201)["caseId"];
        var text = (await app.As(cast.Hana).Post("/api/v1/canned-texts", new { title = "結び", text = "{{customer.name}}、またどうぞ。", personal = true })).Was(201)["cannedTextId"];
        (await app.As(cast.Hana).Put($"/api/v1/cases/{id}/draft", new { text = "直りました。" })).Was(200);
        using var hana = await app.SignedIn(cast.Hana);
        Assert.Contains("山野 様、またどうぞ。", (await hana.Open($"/desk/cases/{id}/canned?q={Uri.EscapeDataString("むすび 結び")}")).Was(200).Text + (await hana.Open($"/desk/cases/{id}/canned?q={Uri.EscapeDataString("結び")}")).Was(200).Text, StringComparison.Ordinal);

        (await hana.Send($"/desk/cases/{id}/canned", new { text })).Was(302);
        (await hana.Send($"/desk/cases/{id}/canned", new { text, into = "note" })).Was(302);

        Assert.Equal("直りました。\n山野 様、またどうぞ。", (await app.As(cast.Hana).Get($"/api/v1/cases/{id}/draft")).Was(200)["text"]);
        Assert.Equal("山野 様、またどうぞ。", (await app.As(cast.Hana).Get($"/api/v1/cases/{id}/draft?purpose=note")).Was(200)["text"]);
        using var mio = await app.SignedIn(cast.Mio);
        (await mio.Open($"/desk/cases/{id}/canned")).Was(404);
        (await mio.Open($"/desk/cases/{id}/canned/options")).Was(404);
        (await mio.Send($"/desk/cases/{id}/canned", new { text })).Was(404);
    }

    [Fact]
    public async Task A_slip_is_said_beside_its_field_and_an_agent_cannot_touch_the_desks()
    {
        var cast = await app.Cast();
        var shared = (await app.As(cast.Sora).Post("/api/v1/canned-texts", new { title = "窓口の", text = "文", desk = Cast.Account })).Was(201)["cannedTextId"];
        using var hana = await app.SignedIn(cast.Hana);
        await hana.Open("/settings/canned/new");

        var answer = (await hana.Send("/settings/canned/new", new { title = "まちがい", text = "{{customer.nmae}}", language = "ja" })).Was(422).Text;
        Assert.Contains("id=\"text-wrong\"", answer, StringComparison.Ordinal);
        Assert.Contains("{{customer.name}}", answer, StringComparison.Ordinal);
        (await hana.Open($"/settings/canned/{shared}")).Was(302);
        await hana.Send($"/settings/canned/{shared}", new { title = "書き換え", text = "文", language = "ja" });
        await hana.Send($"/settings/canned/{shared}/end");

        Assert.Contains("窓口の", (await app.As(cast.Sora).Get("/api/v1/canned-texts")).Was(200).Text, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteApp app) : CanningTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : CanningTests(app), IClassFixture<PostgresApp>;
}
