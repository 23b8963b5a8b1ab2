using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Setup;

public abstract class ArticlePagesTests(App app)
{
    [Fact]
    public async Task Supervisors_write_articles_by_form_and_agents_read_them()
    {
        var cast = await app.Cast();
        using var sora = await app.SignedIn(cast.Sora);

        Assert.Contains("どちらかの言葉で", (await sora.Send("/settings/articles/new?lang=ja", new { slug = "terms", titleJa = "", textJa = "本文" })).Was(422).Text, StringComparison.Ordinal);
        (await sora.Send("/settings/articles/new", new { slug = "Not a name", titleJa = "条件", textJa = "本文" })).Was(422);
        (await sora.Send("/settings/articles/new", new { slug = "terms", titleJa = "特典の条件", textJa = "- **登録**された方へ\n- <script>alert(1)</script>" })).Was(302);
        Assert.Contains("already", (await sora.Send("/settings/articles/new?lang=en", new { slug = "terms", titleJa = "別", textJa = "別" })).Was(422).Text, StringComparison.Ordinal);
        (await sora.Send("/settings/articles/terms?lang=en", new { titleJa = "条件", textJa = "本文", version = "old" })).Was(422);

        using var hana = await app.SignedIn(cast.Hana);
        var shown = (await hana.Open("/settings/articles/terms?lang=ja")).Was(200).Text;
        Assert.Contains("<strong>登録</strong>", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"publish\"", shown, StringComparison.Ordinal);
        Assert.Contains("特典の条件", (await hana.Open("/settings/articles?q=登録&lang=ja")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("見つかりませんでした", (await hana.Open("/settings/articles?q=zzz&lang=ja")).Was(200).Text, StringComparison.Ordinal);
        await hana.Send("/settings/articles/terms", new { titleJa = "乗っ取り", textJa = "乗っ取り", version = "", act = "publish" });
        Assert.DoesNotContain("乗っ取り", (await app.Admin.Get("/api/v1/articles/terms")).Was(200).Text, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteApp app) : ArticlePagesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ArticlePagesTests(app), IClassFixture<PostgresApp>;
}
