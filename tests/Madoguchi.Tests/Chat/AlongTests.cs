using System.Text.RegularExpressions;
using Madoguchi.Chat.Contacting;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Chat;

/// <summary>What the widget sends along, and what a site says of its user: signed it is believed, unsigned it is shown and opens nothing.</summary>
public abstract class AlongTests(App app)
{
    private const string Chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";
    private static readonly string[] Japanese = ["ja"];
    private static readonly string[] Keys = ["appVersion", "browser", "os", "pageAddress"];

    [Fact]
    public async Task Page_browser_system_and_app_version_are_facts_that_nobody_asks_for()
    {
        var cast = await app.Cast();
        var id = await Send(new() { ["along"] = "yes", ["pageAddress"] = "https://shop.example/cart?token=secret#x", ["appVersion"] = "4.2.1" });
        var facts = await Facts(cast.Hana, id);

        Assert.Equal(["4.2.1 True system page", "Chrome 131 True system page", "Windows True system page", "https://shop.example/cart True system page"],
            Keys.Select(k => facts[k]));
        Assert.EndsWith("already-told", (await app.As(cast.Hana).Post($"/api/v1/cases/{id}/questions", new { fact = "browser" })).Was(409)["type"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "https://shop.example/")]
    [InlineData("yes", "javascript:alert(1)")]
    [InlineData("yes", "https://user:secret@shop.example/")]
    public async Task Without_the_tick_nothing_goes_and_what_is_no_page_is_left_out(string along, string page)
    {
        var cast = await app.Cast();
        var facts = await Facts(cast.Hana, await Send(new() { ["along"] = along, ["pageAddress"] = page, ["appVersion"] = "" }));

        Assert.DoesNotContain("pageAddress", facts.Keys);
        Assert.Equal(along is "yes", facts.ContainsKey("browser"));
    }

    [Fact]
    public async Task A_signed_user_is_verified_also_when_the_story_took_an_hour()
    {
        var cast = await app.Cast();
        var (seal, verified) = await Identity(await NewSecret(), "u-17", "Yamano@Example.test", "山野");
        Assert.True(verified);
        app.Clock.Advance(TimeSpan.FromHours(1));

        var id = await Send(new() { ["along"] = "yes", ["site"] = seal });

        var facts = await Facts(cast.Hana, id);
        Assert.Equal(("u-17 True system site", "Yamano@Example.test True system site", "山野 True system site"), (facts["userId"], facts["email"], facts["name"]));
        using var hana = await app.SignedIn(cast.Hana);
        Assert.Contains("Yamano@Example.test (確認済み)", (await hana.Open($"/desk/cases/{id}")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_customer_types_is_where_they_want_their_answer()
    {
        var cast = await app.Cast();
        var (seal, _) = await Identity(await NewSecret(), "u-18", "site@example.test", "");

        var facts = await Facts(cast.Hana, await Send(new() { ["along"] = "yes", ["site"] = seal, ["reach"] = "typed@example.test" }));

        Assert.Equal("typed@example.test True customer", facts["email"].TrimEnd());
        Assert.Equal("site@example.test True system site", facts["siteEmail"]);
    }

    [Fact]
    public async Task An_unsigned_user_is_not_verified_and_opens_nothing()
    {
        var cast = await app.Cast();
        await NewSecret();
        var (seal, verified) = await Identity("ms_guessed", "u-19", "victim@example.test", "だれか");
        Assert.False(verified);

        var id = await Send(new() { ["along"] = "yes", ["site"] = seal });

        var facts = await Facts(cast.Hana, id);
        Assert.Equal(("u-19 False system unsigned", "victim@example.test False system unsigned"), (facts["userId"], facts["siteEmail"]));
        Assert.DoesNotContain("name", facts.Keys);
        (await app.As(cast.Hana).Post($"/api/v1/cases/{id}/questions", new { fact = "userId" })).Was(201);
        Assert.DoesNotContain(id, (await app.As(cast.Hana).Get("/api/v1/customers?q=victim@example.test")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_a_foreign_desk_a_made_up_seal_and_an_old_one_are_not_believed()
    {
        var cast = await app.Cast();
        var secret = await NewSecret();
        Assert.False((await Identity(secret, "u-20", "", "", issued: -601)).Verified);
        Assert.False((await Identity(secret, "u-20", "", "", desk: Cast.Technical)).Verified);
        Assert.DoesNotContain("userId", (await Facts(cast.Hana, await Send(new() { ["along"] = "yes", ["site"] = "made up" }))).Keys);
        var (seal, _) = await Identity(secret, "u-20", "", "");
        app.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("u-20 False system unsigned", (await Facts(cast.Hana, await Send(new() { ["along"] = "yes", ["site"] = seal })))["userId"]);

        var fresh = (await app.Admin.Post($"/api/v1/desks/{Cast.Account}/widget-secret")).Was(201)["secret"];
        Assert.False((await Identity(secret, "u-20", "", "")).Verified);
        Assert.True((await Identity(fresh, "u-20", "", "")).Verified);
        (await app.Admin.Delete($"/api/v1/desks/{Cast.Account}/widget-secret")).Was(204);
        Assert.False((await Identity(fresh, "u-20", "", "")).Verified);
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_kept_so_that_nobody_reads_it()
    {
        await app.Cast();
        var slug = "w" + Guid.NewGuid().ToString("N")[..8];
        (await app.Admin.Post("/api/v1/desks", new { slug, name = "店", languages = Japanese })).Was(201);
        var email = $"{slug}@example.test";
        var id = (await app.Admin.Post("/api/v1/agents", new { name = "管理", email, desks = Array.Empty<string>(), languages = Japanese, role = "administrator" })).Was(201)["agentId"];
        using var admin = await app.SignedIn(new Player(slug, id, ""));
        await admin.Open($"/settings/desks/{slug}/widget");

        var secret = Regex.Match((await admin.Send($"/settings/desks/{slug}/widget")).Was(200).Text, "ms_[\\w-]{43}").Value;

        Assert.NotEqual("", secret);
        Assert.DoesNotContain(secret, (await admin.Open($"/settings/desks/{slug}/widget")).Was(200).Text, StringComparison.Ordinal);
        Assert.True((await app.Admin.Get("/api/v1/desks")).Was(200).Json.GetProperty("desks").EnumerateArray().Single(d => d.GetProperty("slug").GetString() == slug).GetProperty("widgetSigned").GetBoolean());
        (await admin.Send($"/settings/desks/{slug}/widget/end")).Was(302);
    }

    private async Task<string> NewSecret() => (await app.Admin.Post($"/api/v1/desks/{Cast.Account}/widget-secret")).Was(201)["secret"];

    private async Task<(string Seal, bool Verified)> Identity(string secret, string id, string mail, string name, int issued = 0, string desk = Cast.Account)
    {
        var at = app.Clock.GetUtcNow().ToUnixTimeSeconds() + issued;
        var signature = new SiteIdentity(id, mail, name, at, "").SignedWith(secret, desk);
        var found = (await Written.Post(app.Anonymous, "/widget/identity", new() { ["desk"] = desk, ["id"] = id, ["mail"] = mail, ["name"] = name, ["issuedAt"] = $"{at}", ["signature"] = signature })).Was(200);
        return (found["seal"], found.Json.GetProperty("verified").GetBoolean());
    }

    private async Task<string> Send(Dictionary<string, string> fields)
    {
        using var client = app.Anonymous;
        client.DefaultRequestHeaders.UserAgent.ParseAdd(Chrome);
        var sent = (await Written.Post(client, "/contact", new(fields) { ["text"] = "買い物かごが空になります。", ["desk"] = Cast.Account, ["key"] = "k" + Guid.NewGuid() })).Was(303);
        var token = sent.Headers.Location!.ToString().Split('/')[^1].Split('?')[0]; // a 303 names the place
        return Regex.Match((await app.Anonymous.Get($"/c/{token}")).Was(200).Text, "data-case=\"([0-9a-f-]{36})\"").Groups[1].Value;
    }

    // Value, whether it is verified, and from whom.
    private async Task<Dictionary<string, string>> Facts(Player player, string id) =>
        (await app.As(player).Get($"/api/v1/cases/{id}/facts")).Was(200).Json.GetProperty("facts").EnumerateArray().ToDictionary(f => f.GetProperty("key").GetString()!, f => // a fact has a key
            $"{f.GetProperty("value").GetString()} {f.GetProperty("verified").GetBoolean()} {f.GetProperty("by").GetProperty("role").GetString()} {(f.GetProperty("by").TryGetProperty("name", out var n) ? n.GetString() : "")}");

    public sealed class OnSqlite(SqliteApp app) : AlongTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : AlongTests(app), IClassFixture<PostgresApp>;
}
