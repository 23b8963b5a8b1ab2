using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases.Canned;

public abstract class CannedTextTests(App app)
{
    [Fact]
    public async Task A_desks_text_is_made_by_its_supervisor_and_expanded_for_a_case_of_that_desk_only()
    {
        var cast = await app.Cast();
        var title = $"おわび {Guid.NewGuid():N}";
        (await app.As(cast.Sora).Post("/api/v1/canned-texts", new { title, text = "{{customer.name}}、{{desk}}の{{agent}}です。番号は{{customer.number}}です。", desk = Cast.Account, shortcut = "owabi" })).Was(201);
        var (account, number) = await Tell(Cast.Account, "山野");
        var (technical, _) = await Tell(Cast.Technical, "山野");

        Assert.Equal($"山野 様、アカウント窓口のHanaです。番号は{number}です。", await Text(cast.Hana, account, title));
        Assert.Null(await Text(cast.Ken, technical, title));
        Assert.Equal("owabi", await Text(cast.Hana, account, "owabi", "shortcut", title));
        (await app.As(cast.Mio).Get($"/api/v1/cases/{account}/canned-texts")).Was(404);
        Assert.DoesNotContain(title, (await app.As(cast.Mio).Get("/api/v1/canned-texts")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_are_ones_own_and_the_desks_are_the_supervisors()
    {
        var cast = await app.Cast();
        var title = $"わたしの {Guid.NewGuid():N}";
        var mine = (await app.As(cast.Hana).Post("/api/v1/canned-texts", new { title, text = "またご連絡します。", personal = true })).Was(201)["cannedTextId"];
        var (id, _) = await Tell(Cast.Account, null);

        Assert.Equal("またご連絡します。", await Text(cast.Hana, id, title));
        Assert.Null(await Text(cast.Sora, id, title));
        (await app.As(cast.Sora).Patch($"/api/v1/canned-texts/{mine}", new { title = "x" })).Was(404);
        (await app.As(cast.Hana).Post("/api/v1/canned-texts", new { title, text = "みんなの" })).Was(403);
        Assert.EndsWith("for-supervisors", (await app.As(cast.Hana).Post("/api/v1/canned-texts", new { title, text = "みんなの" }))["type"], StringComparison.Ordinal);
        (await app.Admin.Post("/api/v1/canned-texts", new { title, text = "だれの", personal = true })).Was(422);
    }

    [Fact]
    public async Task A_text_is_changed_by_one_at_a_time_and_taken_away()
    {
        var cast = await app.Cast();
        var title = $"変わる {Guid.NewGuid():N}";
        var made = (await app.As(cast.Sora).Post("/api/v1/canned-texts", new { title, text = "一", desk = Cast.Account })).Was(201);
        var (at, version) = ($"/api/v1/canned-texts/{made["cannedTextId"]}", made["version"]);

        (await app.As(cast.Sora).Patch(at, new { text = "二", desk = "" }, $"\"{version}\"")).Was(200);
        (await app.As(cast.Sora).Patch(at, new { text = "三" }, $"\"{version}\"")).Was(412);
        (await app.As(cast.Sora).Patch(at, new { text = "{{だれか}}" })).Was(422);
        (await app.As(cast.Sora).Patch(at, new { desk = "nowhere" })).Was(422);
        (await app.As(cast.Hana).Delete(at)).Was(403);
        var (id, _) = await Tell(Cast.Technical, null);
        Assert.Equal("二", await Text(cast.Ken, id, title));
        (await app.As(cast.Sora).Delete(at)).Was(204);
        Assert.Null(await Text(cast.Ken, id, title));
    }

    private async Task<string?> Text(Player player, string caseId, string asked, string field = "text", string? title = null) =>
        (await app.As(player).Get($"/api/v1/cases/{caseId}/canned-texts?q={Uri.EscapeDataString(asked)}")).Was(200).Json.GetProperty("cannedTexts").EnumerateArray()
            .Where(c => c.GetProperty("title").GetString() == (title ?? asked)).Select(c => c.GetProperty(field).GetString()).SingleOrDefault();

    private async Task<(string Id, string Number)> Tell(string desk, string? name)
    {
        await app.Cast();
        var told = (await app.Anonymous.Post("/api/v1/contacts", name is null ? new { desk, text = "開きません。" } : new { desk, name, text = "開きません。" })).Was(201);
        return (told["caseId"], told["customerNumber"]);
    }

    public sealed class OnSqlite(SqliteApp app) : CannedTextTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : CannedTextTests(app), IClassFixture<PostgresApp>;
}
