using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Inbox;

/// <summary>The held reply on the page, as plain forms without scripts.</summary>
public abstract class HeldReplyTests(App app)
{
    private const string Away = "お支払いのことは、0120-000-000 へおかけ直しください。";
    private static readonly string[] Ja = ["ja"];
    private static readonly string[] Words = ["お支払い"];

    [Fact]
    public async Task The_words_stay_beside_what_was_noticed_and_the_desk_that_fits()
    {
        var (id, hana) = await Open();
        using var browser = hana;

        var page = (await Reply(hana, id, Away)).Was(409).Text;

        Assert.Contains(Away + "</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("お客様を別の番号へ案内しています", page, StringComparison.Ordinal);
        Assert.Contains("<mark>0120-000-000</mark>", page, StringComparison.Ordinal);
        Assert.Contains($"/desk/cases/{id}/handover?to={Cast.Billing}", page, StringComparison.Ordinal);
        var sheet = (await hana.Open($"/desk/cases/{id}/handover?to={Cast.Billing}&about={Uri.EscapeDataString("お支払い")}")).Was(200).Text;
        Assert.Contains($"value=\"{Cast.Billing}\" required checked", sheet, StringComparison.Ordinal);
        Assert.Contains("お支払い のことです。", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_it_anyway_needs_a_reason_and_the_same_click_twice_is_one_attempt()
    {
        var (id, hana) = await Open();
        using var browser = hana;
        (await Reply(hana, id, Away)).Was(409);
        Assert.Contains("そのまま送る理由を書いてください", (await Reply(hana, id, Away, anyway: "yes")).Was(409).Text, StringComparison.Ordinal);

        (await Reply(hana, id, Away, "お客様がお尋ねの番号", "yes")).Was(302);

        Assert.Equal(["message", "heldBack", "sentAnyway", "message"], await Kinds(id));
        var shown = (await hana.Open($"/desk/cases/{id}?lang=en")).Was(200).Text;
        Assert.Contains("was held back", shown, StringComparison.Ordinal);
        Assert.Contains("お客様がお尋ねの番号", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_solution_is_held_in_its_sheet_with_its_words()
    {
        var (id, hana) = await Open();
        using var browser = hana;

        var sheet = (await hana.Send($"/desk/cases/{id}/solution", new { outcome = Away, key = "s1" })).Was(409).Text;
        Assert.Contains(Away + "</textarea>", sheet, StringComparison.Ordinal);
        Assert.Contains("id=\"held-outcome\"", sheet, StringComparison.Ordinal);
        (await hana.Send($"/desk/cases/{id}/solution", new { outcome = Away, because = "先方でしかできない", key = "s1" })).Was(302);

        Assert.Equal(["message", "heldBack", "sentAnyway", "solutionProposed"], await Kinds(id));
    }

    [Fact]
    public async Task The_settings_change_the_phrases_and_the_glossary()
    {
        await app.Cast();
        var id = (await app.Admin.Post("/api/v1/agents", new { name = "Admin", email = "words@example.test", desks = Array.Empty<string>(), languages = Ja, role = "administrator" })).Was(201)["agentId"];
        using var admin = await app.SignedIn(new Player("words", id, ""));
        Assert.Contains("承って", (await admin.Open("/settings/wording?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("Sends the customer away", (await admin.Open("/settings/wording?lang=en")).Was(200).Text, StringComparison.Ordinal);

        (await admin.Send("/settings/wording/sighs/en", new { phrases = "oh well\nas I (said|wrote)" })).Was(302);
        (await admin.Send("/settings/wording/sighs/en", new { phrases = "(oh" })).Was(422);
        (await admin.Send($"/settings/desks/{Cast.Billing}/glossary", new { ja = "IBAN = 口座の番号\n掛け売り＝月末にまとめて払うこと", en = "" })).Was(302);
        (await admin.Send($"/settings/desks/{Cast.Billing}/glossary", new { ja = "IBAN", en = "" })).Was(422);

        Assert.Contains("oh well", (await app.Admin.Get("/api/v1/wording")).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await app.Admin.Get($"/api/v1/desks/{Cast.Billing}/glossary")).Json.GetProperty("terms").GetArrayLength());
        Assert.Contains("掛け売り = 月末にまとめて払うこと", (await admin.Open($"/settings/desks/{Cast.Billing}/glossary")).Was(200).Text, StringComparison.Ordinal);
        (await admin.Send("/settings/wording/sighs/en/reset")).Was(302);
        Assert.DoesNotContain("oh well", (await app.Admin.Get("/api/v1/wording")).Text, StringComparison.Ordinal);
    }

    private async Task<(string Id, Browser Hana)> Open()
    {
        var cast = await app.Cast();
        (await app.Admin.Patch($"/api/v1/desks/{Cast.Billing}", new { words = Words })).Was(200);
        var id = (await app.Anonymous.Post("/api/v1/contacts", new { text = "先に進めません。", desk = Cast.Account })).Was(201)["caseId"];
        var hana = await app.SignedIn(cast.Hana);
        await hana.Open($"/desk/cases/{id}");
        return (id, hana);
    }

    private static Task<Answer> Reply(Browser hana, string id, string text, string because = "", string? anyway = null) =>
        hana.SendFiles($"/desk/cases/{id}/messages?lang=ja", [("text", text), ("key", "k"), ("because", because), .. anyway is null ? Array.Empty<(string, string)>() : [("anyway", anyway)]]);

    private async Task<string[]> Kinds(string id) =>
        [.. (await app.Admin.Get($"/api/v1/cases/{id}/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("kind").GetString()!)]; // every entry has one

    public sealed class OnSqlite(SqliteApp app) : HeldReplyTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : HeldReplyTests(app), IClassFixture<PostgresApp>;
}
