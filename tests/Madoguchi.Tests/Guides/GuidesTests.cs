using Madoguchi.Guides;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Guides;

public abstract class GuidesTests(App app)
{
    [Fact]
    public async Task A_guide_is_put_as_a_whole_and_the_order_of_its_ways_is_learned_once_from_each_walk()
    {
        var slug = $"app-{Guid.NewGuid():N}";
        (await app.Admin.Put($"/api/v1/guides/{slug}", App404())).Was(200);
        Assert.Equal("restart", (await Ways(slug))[0].Slug);

        for (var walk = 0; walk < 10; walk++)
            await Learned(slug, ("restart", walk == 0), ("reinstall", walk < 9), ("wifi", false));

        var ways = await Ways(slug);
        Assert.Equal([("reinstall", 10, 9), ("restart", 10, 1), ("wifi", 10, 0)], ways.Select(w => (w.Slug, w.Tried, w.Worked)));
        Assert.Equal("worked for 9 of 10, 4 minutes, downloads are lost", ways[0].Why);
        Assert.StartsWith("10回のうち9回で解決、4分", (await app.Admin.Get($"/api/v1/guides/{slug}?lang=ja")).Was(200).Json.GetProperty("ways")[0].GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_change_a_guide_do_not_overwrite_each_other()
    {
        var at = $"/api/v1/guides/two-{Guid.NewGuid():N}";
        var first = (await app.Admin.Put(at, App404())).Was(200);
        Assert.Equal("\"1\"", first.Headers.ETag!.Tag);

        (await app.Admin.Put(at, App404("Another title"), "\"1\"")).Was(200);
        (await app.Admin.Put(at, App404("A third title"), "\"1\"")).Was(412);
        Assert.Equal("2", (await app.Admin.Put(at, App404("Another title"))).Was(200)["version"]);
    }

    [Fact]
    public async Task What_cannot_be_walked_is_refused_with_its_place()
    {
        var at = $"/api/v1/guides/wrong-{Guid.NewGuid():N}";

        Assert.Contains("/ways/0/steps", (await app.Admin.Put(at, new { title = "x", ways = new[] { new { slug = "a", title = "x", minutes = 1, steps = Array.Empty<object>() } } })).Was(422).Text, StringComparison.Ordinal);
        Assert.Contains("/ways/0/minutes", (await app.Admin.Put(at, new { title = "x", ways = new[] { new { slug = "a", title = "x", minutes = 0, steps = new[] { new { text = "x" } } } } })).Was(422).Text, StringComparison.Ordinal);
        (await app.Admin.Put("/api/v1/guides/No%20slug", App404())).Was(422);
        (await app.Admin.Get(at)).Was(404);
    }

    [Fact]
    public async Task Where_people_do_not_understand_is_listed_with_their_words_until_the_step_is_rewritten()
    {
        var (slug, cast) = ($"unclear-{Guid.NewGuid():N}", await app.Cast());
        (await app.Admin.Put($"/api/v1/guides/{slug}", App404())).Was(200);
        var told = (await app.Anonymous.Post("/api/v1/contacts", new { text = "どこを開いても404です" })).Was(201);
        using var customer = app.WithToken(told["token"]);
        var walk = (await customer.Post($"/api/v1/cases/{told["caseId"]}/walks", new { guide = slug })).Was(201)["walkId"];
        (await customer.Post($"/api/v1/walks/{walk}/answers", new { way = "restart", step = 0, answer = "unclear", words = "「払う」って何ですか" })).Was(200);
        (await customer.Post($"/api/v1/walks/{walk}/answers", new { way = "restart", step = 0, answer = "unclear", words = "お前は本当に無能だな。画面が開きません。" })).Was(200);
        (await customer.Post($"/api/v1/walks/{walk}/answers", new { way = "restart", step = 0, answer = "done" })).Was(200);

        var step = await Unclear();
        Assert.Equal(("restart", 0, 2, 3, false), (step.GetProperty("way").GetString(), step.GetProperty("step").GetInt32(), step.GetProperty("times").GetInt32(), step.GetProperty("answers").GetInt32(), step.GetProperty("rewritten").GetBoolean()));
        // The newest first; what hurts is left out wherever it is read, and folded on the case.
        Assert.Equal(["画面が開きません。", "「払う」って何ですか"], step.GetProperty("words").EnumerateArray().Select(w => w.GetProperty("text").GetString()));
        using var sora = await app.SignedIn(cast.Sora);
        var page = (await sora.Open("/settings/guides/unclear")).Was(200).Text;
        Assert.Contains("「払う」って何ですか", page, StringComparison.Ordinal);
        Assert.Contains("閉じて開きます。", page, StringComparison.Ordinal);
        foreach (var at in new[] { $"/desk/cases/{told["caseId"]}", "/desk/voices/stuck", $"/desk/cases/{told["caseId"]}/proof" })
            Assert.DoesNotContain("無能", (await sora.Open(at)).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("強い言葉を含む文をたたみました(1文)", (await sora.Open($"/desk/cases/{told["caseId"]}")).Was(200).Text, StringComparison.Ordinal);

        (await app.Admin.Put($"/api/v1/guides/{slug}", App404(first: "アプリを閉じて、もう一度開きます。"))).Was(200);
        Assert.True((await Unclear()).GetProperty("rewritten").GetBoolean());

        async Task<System.Text.Json.JsonElement> Unclear() =>
            (await app.Admin.Get("/api/v1/guides/unclear")).Was(200).Json.GetProperty("steps").EnumerateArray().Single(s => s.GetProperty("guide").GetString() == slug);
    }

    private static object App404(string title = "404 everywhere", string first = "閉じて開きます。") => new
    {
        title = new { ja = "どこを開いても404", en = title },
        ways = new object[]
        {
            new { slug = "restart", title = new { ja = "開き直す", en = "Restart" }, minutes = 2, steps = new[] { new { text = new { ja = first, en = "Close and open it." }, how = new { ja = "上へ払います。", en = "Swipe up." } } } },
            new { slug = "wifi", title = "Wi-Fi", minutes = 3, steps = new[] { new { text = "Wi-Fi" } } },
            new
            {
                slug = "reinstall", title = new { ja = "入れ直す", en = "Reinstall" }, minutes = 4, risk = new { ja = "ダウンロードは消えます", en = "downloads are lost" },
                steps = new[] { new { text = new { ja = "消します。", en = "Delete it." } }, new { text = new { ja = "入れます。", en = "Install it." } } },
            },
        },
    };

    private async Task<IReadOnlyList<(string Slug, int Tried, int Worked, string Why)>> Ways(string slug) =>
        [.. (await app.Admin.Get($"/api/v1/guides/{slug}?lang=en")).Was(200).Json.GetProperty("ways").EnumerateArray()
            .Select(w => (w.GetProperty("slug").GetString()!, w.GetProperty("tried").GetInt32(), w.GetProperty("worked").GetInt32(), w.GetProperty("why").GetString()!))]; // each is there

    // Twice, as a result that is told twice: it counts once.
    private async Task Learned(string slug, params (string Way, bool Solved)[] results)
    {
        var (walk, now) = (Guid.CreateVersion7(), app.Clock.GetUtcNow().ToMicroseconds());
        for (var time = 0; time < 2; time++)
        {
            await app.Services.GetRequiredService<Writes>().Write(async db =>
            {
                var guide = await db.Guide(slug, CancellationToken.None);
                foreach (var (way, solved) in results)
                    Assert.Equal(time == 0, await db.Learn(walk, guide!.Guide.Id, way, solved ^ time > 0, now));
                await db.SaveChangesAsync(CancellationToken.None);
            }, CancellationToken.None);
        }
    }

    public sealed class OnSqlite(SqliteApp app) : GuidesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : GuidesTests(app), IClassFixture<PostgresApp>;
}
