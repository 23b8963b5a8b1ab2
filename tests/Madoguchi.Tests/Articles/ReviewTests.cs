using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Articles;

/// <summary>A second pair of eyes before words are everybody's; every version kept.</summary>
public abstract class ReviewTests(App app)
{
    [Fact]
    public async Task A_draft_is_read_by_a_second_person_before_it_is_everybodys_and_every_version_is_kept()
    {
        var cast = await app.Cast();
        var (hana, ken, at) = (app.As(cast.Hana), app.As(cast.Ken), "/api/v1/articles/two-eyes");
        (await hana.Put(at + "/draft", new { title = new { ja = "四つの目" }, text = new { ja = "はじめの言葉。" } })).Was(200);
        (await hana.Get(at)).Was(404);
        Assert.EndsWith("not-asked", (await ken.Post(at + "/decision", new { publish = true })).Was(409)["type"], StringComparison.Ordinal);
        Assert.Equal("asked", (await hana.Post(at + "/review")).Was(200)["state"]);
        Assert.EndsWith("own-draft", (await hana.Post(at + "/decision", new { publish = true })).Was(403)["type"], StringComparison.Ordinal);
        (await ken.Post(at + "/decision", new { publish = false })).Was(422);
        Assert.Equal("returned", (await ken.Post(at + "/decision", new { publish = false, reason = "例がほしいです" })).Was(200).Json.GetProperty("draft").GetProperty("state").GetString());
        var read = (await hana.Get(at + "/draft")).Was(200);
        Assert.Equal("例がほしいです", read["reason"]);

        (await hana.Put(at + "/draft", new { title = new { ja = "四つの目" }, text = new { ja = "例のある言葉。" } }, read["version"])).Was(200);
        (await hana.Put(at + "/draft", new { title = "x", text = "y" }, read["version"])).Was(412);
        (await hana.Post(at + "/review")).Was(200);
        Assert.Equal("Hana", (await ken.Post(at + "/decision", new { publish = true })).Was(200).Json.GetProperty("article").GetProperty("keeper").GetString());
        Assert.Equal("例のある言葉。", (await hana.Get(at)).Was(200).Json.GetProperty("text").GetProperty("ja").GetString());
        (await hana.Get(at + "/draft")).Was(404);

        (await app.As(cast.Sora).Put(at, new { title = new { ja = "四つの目" }, text = new { ja = "責任者の言葉。" }, @public = true, product = "ルーター" })).Was(200);
        (await app.As(cast.Sora).Put(at, new { title = new { ja = "四つの目" }, text = new { ja = "責任者の言葉。" } })).Was(200); // the same: no version, and public as it was
        var versions = (await hana.Get(at + "/versions")).Was(200).Json.GetProperty("versions").EnumerateArray().ToList();
        Assert.Equal([2, 1], versions.Select(v => v.GetProperty("version").GetInt32()));
        Assert.Equal(("Hana", "Ken"), (versions[1].GetProperty("by").GetString(), versions[1].GetProperty("readBy").GetString()));
        Assert.True((await hana.Get(at)).Was(200).Json.GetProperty("public").GetBoolean());

        using var sora = await app.SignedIn(cast.Sora);
        Assert.Contains("<del>", (await sora.Open("/settings/articles/two-eyes/versions/2?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        (await sora.Send("/settings/articles/two-eyes/versions/1/again")).Was(302);
        Assert.Equal("例のある言葉。", (await hana.Get(at)).Was(200).Json.GetProperty("text").GetProperty("ja").GetString());
    }

    [Fact]
    public async Task By_forms_an_agent_asks_and_a_colleague_publishes_and_what_is_old_is_flagged_until_it_is_still_true()
    {
        var cast = await app.Cast();
        using var hana = await app.SignedIn(cast.Hana);
        using var ken = await app.SignedIn(cast.Ken);
        var looked = (await hana.Send("/settings/articles/new?lang=ja", new { slug = "by-form", titleJa = "題", textJa = "## 見出し\n\n本文", act = "look" })).Was(200).Text;
        Assert.Contains("<h2>見出し</h2>", looked, StringComparison.Ordinal);
        (await hana.Send("/settings/articles/new?lang=ja", new { slug = "by-form", titleJa = "題", textJa = "本文", act = "ask", @public = "true" })).Was(302);
        Assert.DoesNotContain("value=\"publish\"", (await hana.Open("/settings/articles/by-form")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("value=\"publish\"", (await ken.Open("/settings/articles/by-form")).Was(200).Text, StringComparison.Ordinal);
        (await app.Anonymous.Get("/help/by-form")).Was(404);
        (await ken.Send("/settings/articles/by-form/decision", new { act = "publish" })).Was(302);
        (await app.Anonymous.Get("/help/by-form")).Was(200);

        Assert.DoesNotContain("by-form", (await app.Admin.Get("/api/v1/stale-articles")).Was(200).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(181));
        Assert.Contains("by-form", (await app.Admin.Get("/api/v1/stale-articles")).Was(200).Text, StringComparison.Ordinal);
        using var later = await app.SignedIn(cast.Mio);
        Assert.Contains("確かめていません", (await later.Open("/settings/articles/by-form?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        (await later.Send("/settings/articles/by-form/confirmation")).Was(302);
        Assert.DoesNotContain("by-form", (await app.Admin.Get("/api/v1/stale-articles")).Was(200).Text, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteApp app) : ReviewTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ReviewTests(app), IClassFixture<PostgresApp>;
}
