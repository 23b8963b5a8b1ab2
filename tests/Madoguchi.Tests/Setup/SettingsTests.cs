using System.Text.RegularExpressions;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Setup;

public abstract partial class SettingsTests(App app)
{
    private static readonly string[] Ja = ["ja"];
    private static int count;

    [Fact]
    public async Task Only_administrators_reach_the_settings_and_everybody_their_own()
    {
        var cast = await app.Cast();
        foreach (var player in new[] { cast.Hana, cast.Sora })
        {
            using var browser = await app.SignedIn(player);
            foreach (var path in new[] { "/settings", "/settings/desks", "/settings/desks/new", "/settings/desks/account", "/settings/agents", $"/settings/agents/{player.AgentId}", "/settings/waiting" })
                Assert.Contains("<h1>このページは管理者用です</h1>", (await browser.Open(path)).Was(403).Text, StringComparison.Ordinal);
            await browser.Open("/settings/me");
            (await browser.Send($"/settings/agents/{player.AgentId}", new { name = "x", languages = "ja", role = "Administrator" })).Was(403);
            (await browser.Send("/settings/desks/new", new { slug = "mine", name = "x", languages = "ja" })).Was(403);
            (await browser.Open("/settings/me")).Was(200);
        }
    }

    [Fact]
    public async Task A_supervisor_says_how_easily_a_jump_is_proposed_and_has_it_back()
    {
        var cast = await app.Cast();
        using var sora = await app.SignedIn(cast.Sora);
        Assert.Contains("checked", Choice((await sora.Open("/settings/noticing")).Was(200).Text, "aQuarter"), StringComparison.Ordinal);

        var saved = (await sora.Send("/settings/noticing", new { falseAlarms = "aYear", fewest = "１０" })).Was(302).Headers.Location!.ToString();
        var page = (await sora.Open(saved)).Was(200).Text;
        Assert.Contains("checked", Choice(page, "aYear"), StringComparison.Ordinal);
        Assert.Contains("元に戻す(90日に1回ほど、3人から)", page, StringComparison.Ordinal);
        Assert.Equal(("aYear", "10"), (await app.Admin.Get("/api/v1/incidents/noticing")).Was(200) is var told ? (told["falseAlarms"], told["fewest"]) : default);
        var wrong = (await sora.Send("/settings/noticing?lang=en", new { falseAlarms = "aMonth", fewest = "2" })).Was(422).Text;
        Assert.Contains("A number of people from 3 to 100, please.", wrong, StringComparison.Ordinal);
        Assert.Contains("value=\"2\"", wrong, StringComparison.Ordinal);
        (await sora.Send("/settings/noticing", new { falseAlarms = "never", fewest = "3" })).Was(422);

        Assert.Equal("10", (await app.Admin.Put("/api/v1/incidents/noticing", new { falseAlarms = "aMonth" })).Was(200)["fewest"]); // what is not named stays
        (await app.Admin.Put("/api/v1/incidents/noticing", new { falseAlarms = "aMonth", fewest = 2 })).Was(422);
        (await sora.Send("/settings/noticing", new { falseAlarms = "aQuarter", fewest = "3", undo = "true" })).Was(302);
        Assert.Contains("checked", Choice((await sora.Open("/settings/noticing")).Was(200).Text, "aQuarter"), StringComparison.Ordinal);
        using var hana = await app.SignedIn(cast.Hana);
        (await hana.Open("/settings/noticing")).Was(302);
        Assert.DoesNotContain("/settings/noticing", (await hana.Open("/desk/incidents")).Was(200).Text, StringComparison.Ordinal);

        static string Choice(string page, string name) => page[page.IndexOf($"value=\"{name}\"", StringComparison.Ordinal)..][..40];
    }

    [Fact]
    public async Task A_desk_is_made_and_changed_by_form_and_the_API_tells_the_same()
    {
        using var admin = await Administrator();
        var slug = $"desk-{Interlocked.Increment(ref count)}";
        (await admin.Send("/settings/desks/new", new { slug, name = "返品窓口", languages = "ja、en", products = "傘\n長靴", silenceHours = "48" })).Was(302);
        var page = (await admin.Open($"/settings/desks/{slug}")).Was(200).Text;

        (await admin.Send($"/settings/desks/{slug}", new { version = Version(page), name = "返品と交換", languages = "ja", notice = "棚卸しのため休みます", products = "" })).Was(302);

        var desk = (await app.Admin.Get("/api/v1/desks")).Was(200).Json.GetProperty("desks").EnumerateArray().Single(d => d.GetProperty("slug").GetString() == slug);
        Assert.Equal("返品と交換", desk.GetProperty("name").GetString());
        Assert.Equal("棚卸しのため休みます", desk.GetProperty("notice").GetString());
        Assert.Equal(48, desk.GetProperty("silenceHours").GetInt32());
        Assert.Equal(0, desk.GetProperty("products").GetArrayLength());
    }

    [Fact]
    public async Task A_slip_in_a_form_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        using var admin = await Administrator();

        var answer = (await admin.Send("/settings/desks/new", new { slug = "Not A Slug", name = "返品窓口", languages = "ja", silenceHours = "many", notice = "<b>お休み</b>" })).Was(422).Text;

        Assert.Contains("id=\"slug-wrong\"", answer, StringComparison.Ordinal);
        Assert.Contains("id=\"silenceHours-wrong\"", answer, StringComparison.Ordinal);
        Assert.Contains("1から8760までの時間で", answer, StringComparison.Ordinal);
        Assert.Contains("value=\"返品窓口\"", answer, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;お休み&lt;/b&gt;", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_saves_over_a_colleagues_change_is_told_first()
    {
        using var admin = await Administrator();
        var slug = $"desk-{Interlocked.Increment(ref count)}";
        (await admin.Send("/settings/desks/new", new { slug, name = "窓口", languages = "ja" })).Was(302);
        var seen = Version((await admin.Open($"/settings/desks/{slug}")).Text);
        (await app.Admin.Patch($"/api/v1/desks/{slug}", new { name = "別の名前" })).Was(200);

        Assert.Contains("ほかの人がこの窓口を変えました", (await admin.Send($"/settings/desks/{slug}", new { version = seen, name = "私の名前", languages = "ja" })).Was(422).Text, StringComparison.Ordinal);
        (await app.Admin.Patch($"/api/v1/desks/{slug}", new { name = "三つ目" }, "\"0000000000000000\"")).Was(412);
    }

    [Fact]
    public async Task A_new_agent_gets_a_password_once_and_is_out_the_moment_they_leave()
    {
        await app.Cast();
        using var admin = await Administrator();
        var email = $"new{Interlocked.Increment(ref count)}@example.test";
        var page = (await admin.Send("/settings/agents/new", new { name = "新人", email, languages = "ja", desks = Ja.Select(_ => "account"), role = "Agent" })).Was(200).Text;
        var (id, password) = (Agent().Match(page).Groups[1].Value, Secret().Match(page).Groups[1].Value);
        using var newcomer = app.Browser();
        (await newcomer.Send("/sign-in", new { email, password })).Was(302);
        Assert.DoesNotContain(password, (await admin.Open($"/settings/agents/{id}")).Text, StringComparison.Ordinal);

        (await admin.Send($"/settings/agents/{id}/leaving")).Was(302);

        (await newcomer.Open("/settings/me")).Was(302);
        await newcomer.Open("/sign-in");
        (await newcomer.Send("/sign-in", new { email, password })).Was(422);
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        await using var own = await App.Start(app.On);
        var id = (await own.Admin.Post("/api/v1/agents", new { name = "A", email = "a@example.test", desks = Array.Empty<string>(), languages = Ja, role = "administrator" })).Was(201)["agentId"];

        (await own.Admin.Patch($"/api/v1/agents/{id}", new { left = true })).Was(409);
        (await own.Admin.Patch($"/api/v1/agents/{id}", new { role = "agent" })).Was(409);
        (await own.Admin.Patch($"/api/v1/agents/{id}", new { shownName = "B" })).Was(200);
    }

    [Fact]
    public async Task Ones_own_password_is_changed_here_and_other_sessions_end()
    {
        var cast = await app.Cast();
        var password = (await app.Admin.Post($"/api/v1/agents/{cast.Ken.AgentId}/password")).Was(201)["password"];
        using var here = app.Browser();
        using var there = app.Browser();
        (await here.Send("/sign-in", new { email = cast.Ken.Email, password })).Was(302);
        (await there.Send("/sign-in", new { email = cast.Ken.Email, password })).Was(302);

        (await here.Send("/settings/me/password", new { present = "not it", next = "a long enough one" })).Was(422);
        (await here.Send("/settings/me/password", new { present = password, next = "short" })).Was(422);
        (await there.Open("/settings/me")).Was(200);
        (await here.Send("/settings/me/password", new { present = password, next = "a long enough one" })).Was(302);

        (await here.Open("/settings/me")).Was(200);
        (await there.Open("/settings/me")).Was(302);
    }

    [Fact]
    public async Task An_own_key_acts_as_its_agent_until_it_is_revoked()
    {
        using var hana = await app.SignedIn((await app.Cast()).Hana);
        var page = (await hana.Send("/settings/me/keys")).Was(200).Text;
        var key = Secret().Match(page).Groups[1].Value;
        (await app.WithKey(key).Get("/api/v1/cases")).Was(200);

        foreach (Match end in KeyEnd().Matches(page))
            (await hana.Send(end.Groups[1].Value)).Was(302);

        (await app.WithKey(key).Get("/api/v1/cases")).Was(401);
    }

    [Fact]
    public async Task Stopped_work_waits_with_its_reason_until_somebody_decides()
    {
        using var admin = await Administrator();
        await Park("first");
        await Park("second");
        var page = (await admin.Open("/settings/waiting")).Was(200).Text;
        Assert.Contains("the reason of first", page, StringComparison.Ordinal);

        foreach (Match row in Row().Matches(page))
            (await admin.Send(row.Groups[1].Value, new { act = "discard" })).Was(302);

        Assert.Contains("止まっている仕事はありません", (await admin.Open("/settings/waiting")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_of_the_settings_is_there_in_both_languages()
    {
        await app.Cast();
        using var admin = await Administrator();
        foreach (var path in new[] { "/settings/desks", "/settings/desks/new", "/settings/desks/account", "/settings/agents", "/settings/agents/new", "/settings/waiting", "/settings/me" })
        {
            Assert.Contains("<html lang=\"ja\">", (await admin.Open(path + "?lang=ja")).Was(200).Text, StringComparison.Ordinal);
            Assert.Contains("<html lang=\"en\">", (await admin.Open(path + "?lang=en")).Was(200).Text, StringComparison.Ordinal);
        }
    }

    private async Task<Browser> Administrator()
    {
        var email = $"admin{Interlocked.Increment(ref count)}@example.test";
        var id = (await app.Admin.Post("/api/v1/agents", new { name = "Admin", email, desks = Array.Empty<string>(), languages = Ja, role = "administrator" })).Was(201)["agentId"];
        return await app.SignedIn(new Player(email.Split('@')[0], id, ""));
    }

    private Task Park(string name) => app.Services.GetRequiredService<Writes>().Write(async db =>
    {
        db.Enqueue(name, new { }, app.Clock.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        await db.Outbox.Where(o => o.Kind == name).ExecuteUpdateAsync(o => o.SetProperty(x => x.Parked, true).SetProperty(x => x.Error, "the reason of " + name), CancellationToken.None);
    }, TestContext.Current.CancellationToken);

    private static string Version(string page) => VersionField().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"version\" value=\"([0-9a-f]+)\"")]
    private static partial Regex VersionField();

    [GeneratedRegex("action=\"/settings/agents/([0-9a-f-]{36})\"")]
    private static partial Regex Agent();

    [GeneratedRegex("<p class=\"code secret\">([^<]+)</p>")]
    private static partial Regex Secret();

    [GeneratedRegex("action=\"(/settings/me/keys/[0-9a-f-]{36}/end)\"")]
    private static partial Regex KeyEnd();

    [GeneratedRegex("action=\"(/settings/waiting/[0-9a-f-]{36})\"")]
    private static partial Regex Row();

    public sealed class OnSqlite(SqliteApp app) : SettingsTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : SettingsTests(app), IClassFixture<PostgresApp>;
}
