using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Articles;

public abstract class ArticlesTests(App app)
{
    [Fact]
    public async Task An_article_is_written_found_and_changed_by_one_hand_at_a_time()
    {
        var cast = await app.Cast();
        var made = (await app.Admin.Put("/api/v1/articles/reward-terms", new { title = new { ja = "特典の条件", en = "Terms of the reward" }, text = new { ja = "登録された方へ。", en = "For those who *registered*." } })).Was(200);

        Assert.Equal(made["version"], (await app.As(cast.Hana).Get("/api/v1/articles/reward-terms")).Was(200)["version"]);
        Assert.Equal(["reward-terms"], await Found(app.As(cast.Hana), "ＲＥＷＡＲＤ 特典"));
        Assert.Empty(await Found(app.As(cast.Hana), "reward nowhere"));
        Assert.Contains("reward-terms", await Found(app.As(cast.Hana), ""));

        (await app.Admin.Put("/api/v1/articles/reward-terms", new { title = "Terms", text = "New." }, made["version"])).Was(200);
        (await app.Admin.Put("/api/v1/articles/reward-terms", new { title = "Terms", text = "Mine." }, made["version"])).Was(412);
        Assert.Equal("New.", (await app.As(cast.Hana).Get("/api/v1/articles/reward-terms")).Json.GetProperty("text").GetProperty("en").GetString());
    }

    [Fact]
    public async Task Only_supervisors_write_and_nothing_is_no_article()
    {
        var cast = await app.Cast();
        var words = new { title = "Terms", text = "Words." };

        Assert.EndsWith("for-supervisors", (await app.As(cast.Hana).Put("/api/v1/articles/terms", words)).Was(403)["type"], StringComparison.Ordinal);
        (await app.As(cast.Sora).Put("/api/v1/articles/terms", words)).Was(200);
        (await app.Admin.Put("/api/v1/articles/Not%20a%20name", words)).Was(422);
        Assert.Contains("/title", (await app.Admin.Put("/api/v1/articles/terms", new { title = new { ja = " " }, text = "Words." })).Was(422).Text, StringComparison.Ordinal);
        Assert.Contains("/text", (await app.Admin.Put("/api/v1/articles/terms", new { title = "Terms", text = new { } })).Was(422).Text, StringComparison.Ordinal);
        (await app.Admin.Get("/api/v1/articles/nowhere")).Was(404);
    }

    private static async Task<IReadOnlyList<string>> Found(HttpClient reader, string q) =>
        [.. (await reader.Get($"/api/v1/articles?q={Uri.EscapeDataString(q)}")).Was(200).Json.GetProperty("articles").EnumerateArray().Select(a => a.GetProperty("slug").GetString()!)]; // every article has one

    public sealed class OnSqlite(SqliteApp app) : ArticlesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ArticlesTests(app), IClassFixture<PostgresApp>;
}
