using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Guides.Walking;

public abstract class WalksTests(App app)
{
    [Fact]
    public async Task A_walk_is_the_same_for_both_sides_and_what_was_tried_is_known_and_learned_once()
    {
        var (slug, theCase, hana) = await Scene();
        var walk = $"/api/v1/walks/{(await hana.Post(theCase.Path + "/walks", new { guide = slug })).Was(201)["walkId"]}";

        (await theCase.Customer.Post(walk + "/answers", new { way = "restart", step = 0, answer = "done" })).Was(200);
        Assert.Equal(("restart", "1", "step"), Stand((await hana.Get(walk)).Was(200)));
        (await theCase.Customer.Post(walk + "/answers", new { way = "restart", step = 0, answer = "done" })).Was(200);
        Assert.Equal("urn:madoguchi:problem:out-of-order", (await theCase.Customer.Post(walk + "/answers", new { way = "restart", step = 0, answer = "failed" })).Was(409)["type"]);
        await theCase.Customer.PostFile(theCase.Path + "/attachments", "404.txt", "404"u8.ToArray());
        (await hana.Post(walk + "/answers", new { way = "restart", step = 1, answer = "failed" })).Was(200);
        Assert.Equal(("reinstall", "0", "risk"), Stand((await theCase.Customer.Get(walk)).Was(200)));
        for (var time = 0; time < 2; time++)
            Assert.Equal("solved", (await theCase.Customer.Post(walk + "/result", new { way = "reinstall", solved = true })).Was(200)["state"]);

        var tried = (await hana.Get(theCase.Path + "/facts")).Was(200).Json.GetProperty("facts").EnumerateArray().Where(f => f.GetProperty("key").GetString() == "tried").Select(f => f.GetProperty("value").GetString()).ToList();
        Assert.Equal(["開き直す(変わらず)", "入れ直す(解決)"], tried.Order(StringComparer.Ordinal).Reverse());
        Assert.Equal([("reinstall", 1, 1), ("restart", 1, 0)], (await Learned(slug)).Order());
        Assert.Equal("solved", await theCase.Status());
        Assert.Contains("1. 消します。\n\n## 試したこと\n\n- **入れ直す**", (await hana.Get(theCase.Path + "/article-draft")).Was(200).Json.GetProperty("text").GetProperty("ja").GetString(), StringComparison.Ordinal); // the next customer gets the steps that worked
        var entries = (await theCase.Customer.Get(theCase.Path + "/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray().ToList();
        var picture = entries.Single(e => e.GetProperty("kind").GetString() == "attachment").GetProperty("entry").GetInt32();
        Assert.Equal([picture], entries.First(e => e.GetProperty("kind").GetString() == "wayTried").GetProperty("body").GetProperty("pictures").EnumerateArray().Select(p => p.GetInt32()));
    }

    [Fact]
    public async Task Not_understood_rings_the_agent_in_charge()
    {
        var (slug, theCase, hana) = await Scene();
        var walk = $"/api/v1/walks/{(await hana.Post(theCase.Path + "/walks", new { guide = slug })).Was(201)["walkId"]}";

        (await theCase.Customer.Post(walk + "/answers", new { way = "restart", step = 0, answer = "unclear", words = "どこを押すのですか" })).Was(200);

        await Patience.Until(async () => (await hana.Get("/api/v1/notices")).Was(200).Text, t => t.Contains("\"unclear\"", StringComparison.Ordinal) && t.Contains(theCase.Id, StringComparison.Ordinal));
        Assert.Equal("waitingForUs", await theCase.Status());
    }

    [Fact]
    public async Task After_thirty_outcomes_the_way_that_helps_comes_first_although_downloads_are_lost()
    {
        var (slug, theCase, hana) = await Scene();
        for (var outcome = 0; outcome < 30; outcome++)
        {
            var walk = $"/api/v1/walks/{(await theCase.Customer.Post(theCase.Path + "/walks", new { guide = slug })).Was(201)["walkId"]}";
            if (outcome < 10)
                (await theCase.Customer.Post(walk + "/result", new { way = "restart", solved = false })).Was(200);
            (await theCase.Customer.Post(walk + "/result", new { way = "reinstall", solved = outcome % 10 > 0 })).Was(200);
        }

        var first = (await hana.Get($"/api/v1/guides/{slug}?lang=en")).Was(200).Json.GetProperty("ways")[0];

        Assert.Equal(("reinstall", "worked for 27 of 30, 4 minutes, downloads are lost"), (first.GetProperty("slug").GetString(), first.GetProperty("why").GetString()));
        Assert.Equal("reinstall", (await theCase.Customer.Post(theCase.Path + "/walks", new { guide = slug })).Was(201)["way"]);
    }

    [Fact]
    public async Task What_is_not_there_is_refused_by_its_place()
    {
        var (slug, theCase, hana) = await Scene();

        Assert.Contains("/guide", (await hana.Post(theCase.Path + "/walks", new { guide = "nowhere" })).Was(422).Text, StringComparison.Ordinal);
        var walk = $"/api/v1/walks/{(await hana.Post(theCase.Path + "/walks", new { guide = slug })).Was(201)["walkId"]}";
        Assert.Contains("/way", (await hana.Post(walk + "/answers", new { way = "prayer", step = 0, answer = "done" })).Was(422).Text, StringComparison.Ordinal);
        Assert.Contains("/step", (await hana.Post(walk + "/answers", new { way = "restart", step = 9, answer = "done" })).Was(422).Text, StringComparison.Ordinal);
        (await (await Opened.At(app, Cast.Account)).Customer.Get(walk)).Was(404);
    }

    private static (string, string, string) Stand(Answer walk) => (walk["way"], walk["step"], walk["place"]);

    private async Task<(string Slug, Opened Case, HttpClient Hana)> Scene()
    {
        var slug = $"app-{Guid.NewGuid():N}";
        (await app.Admin.Put($"/api/v1/guides/{slug}", new
        {
            title = new { ja = "どこを開いても404", en = "404 everywhere" },
            ways = new object[]
            {
                new { slug = "restart", title = new { ja = "開き直す", en = "Restart" }, minutes = 2, steps = new[] { new { text = new { ja = "閉じます。", en = "Close it." } }, new { text = new { ja = "開きます。", en = "Open it." } } } },
                new { slug = "reinstall", title = new { ja = "入れ直す", en = "Reinstall" }, minutes = 4, risk = new { ja = "ダウンロードは消えます", en = "downloads are lost" }, steps = new[] { new { text = new { ja = "消します。", en = "Delete it." } } } },
            },
        })).Was(200);
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As((await app.Cast()).Hana));
        (await hana.Post(theCase.Path + "/messages", new { text = "ご一緒に試しましょう" })).Was(201);
        return (slug, theCase, hana);
    }

    private async Task<List<(string, int, int)>> Learned(string slug) =>
        [.. (await app.Admin.Get($"/api/v1/guides/{slug}")).Was(200).Json.GetProperty("ways").EnumerateArray()
            .Select(w => (w.GetProperty("slug").GetString()!, w.GetProperty("tried").GetInt32(), w.GetProperty("worked").GetInt32()))]; // each is there

    public sealed class OnSqlite(SqliteApp app) : WalksTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : WalksTests(app), IClassFixture<PostgresApp>;
}
