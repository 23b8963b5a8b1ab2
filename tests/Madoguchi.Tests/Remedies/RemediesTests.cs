using System.Text.Json;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Remedies;

public abstract class RemediesTests(App app)
{
    [Fact]
    public async Task What_is_built_in_is_granted_at_once_the_customer_reads_it_and_never_why()
    {
        var cast = await app.Cast();
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As(cast.Hana));

        foreach (var slug in new[] { "reward", "apology" })
            Assert.Equal("granted", (await hana.Post(theCase.Path + "/remedies", new { remedy = slug, reason = "登録は済んでいました(内緒)" })).Was(201)["state"]);
        var fee = (await hana.Post(theCase.Path + "/remedies", new { remedy = "fee", reason = "三日使えなかった", amount = 3000 })).Was(201);

        Assert.Equal("granted", fee["state"]);
        Assert.Equal(["remedyAsked", "remedyGranted"], (await theCase.Kinds(hana))[^2..]);
        Assert.Equal(["remedyGranted", "remedyGranted", "remedyGranted"], (await theCase.Kinds(theCase.Customer))[^3..]);
        Assert.DoesNotContain("内緒", (await theCase.Customer.Get(theCase.Path + "/timeline")).Was(200).Text, StringComparison.Ordinal);
        var page = (await app.Anonymous.Get($"/c/{theCase.Token}")).Was(200).Text;
        Assert.Contains("使えなかった日数分の料金 3,000円", page, StringComparison.Ordinal);
        Assert.Contains("Fee for unusable days: ¥3,000", (await app.Anonymous.Get($"/c/{theCase.Token}/transcript?lang=en")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("三日使えなかった", (await hana.Get(theCase.Path + "/remedies")).Was(200).Text, StringComparison.Ordinal);
        (await theCase.Customer.Get(theCase.Path + "/remedies")).Was(404);
    }

    [Fact]
    public async Task A_remedy_is_granted_once_a_case_whoever_asks_and_however_many_at_once()
    {
        var cast = await app.Cast();
        var (theCase, hana, sora) = (await Opened.At(app, Cast.Account), app.As(cast.Hana), app.As(cast.Sora));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? hana : sora).Post(theCase.Path + "/remedies", new { remedy = "reward", reason = $"{i}" })));

        Assert.Single(answers, a => (int)a.Status == 201);
        Assert.All(answers.Where(a => (int)a.Status != 201), a => Assert.Equal("urn:madoguchi:problem:already-granted", a.Was(409)["type"]));
        Assert.Single(await theCase.Kinds(theCase.Customer), "remedyGranted");
        (await hana.Post(theCase.Path + "/remedies", new { remedy = "apology", reason = "別のもの" })).Was(201);
        (await app.As(cast.Mio).Post(theCase.Path + "/remedies", new { remedy = "extension", reason = "x" })).Was(404);
    }

    [Fact]
    public async Task What_is_not_in_the_catalogue_or_has_no_amount_is_refused_by_place()
    {
        var cast = await app.Cast();
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As(cast.Hana));

        Assert.True(Errors(await hana.Post(theCase.Path + "/remedies", new { remedy = "a-pony", reason = "x" })).TryGetProperty("/remedy", out _));
        Assert.True(Errors(await hana.Post(theCase.Path + "/remedies", new { remedy = "reward", reason = "x", amount = 3 })).TryGetProperty("/amount", out _));
        Assert.True(Errors(await hana.Post(theCase.Path + "/remedies", new { remedy = "fee", reason = "x", amount = 0 })).TryGetProperty("/amount", out _));
        Assert.True(Errors(await hana.Post(theCase.Path + "/remedies", new { remedy = "fee", reason = " " })).TryGetProperty("/reason", out _));
        Assert.DoesNotContain("remedyAsked", await theCase.Kinds(hana));
    }

    [Fact]
    public async Task Above_the_limit_a_second_person_decides_and_never_the_asker()
    {
        var cast = await app.Cast();
        var (theCase, hana, sora) = (await Opened.At(app, Cast.Account), app.As(cast.Hana), app.As(cast.Sora));
        var asked = (await hana.Post(theCase.Path + "/remedies", new { remedy = "fee", reason = "ひと月使えなかった", amount = 30_000 })).Was(201);
        Assert.Equal("waiting", asked["state"]);
        Assert.DoesNotContain("remedyGranted", await theCase.Kinds(hana));
        (await hana.Post(theCase.Path + "/remedies", new { remedy = "fee", reason = "少しだけ", amount = 100 })).Was(409);
        await Rang(sora, theCase, "remedyAsked");
        Assert.True((await Waiting(sora, theCase)).GetProperty("mine").GetBoolean());
        Assert.False((await Waiting(hana, theCase)).GetProperty("mine").GetBoolean());
        var approval = $"/api/v1/remedies/grants/{asked["remedyId"]}/approval";

        Assert.Equal("urn:madoguchi:problem:own-request", (await hana.Post(approval, new { approve = true })).Was(403)["type"]);
        (await app.As(cast.Mio).Post(approval, new { approve = true })).Was(404);
        (await sora.Post(approval, new { approve = false })).Was(422);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => (i % 2 == 0 ? sora : app.Admin).Post(approval, new { approve = true })));

        Assert.Single(answers, a => (int)a.Status == 200);
        Assert.Single(await theCase.Kinds(theCase.Customer), "remedyGranted");
        await Rang(hana, theCase, "remedyGranted");
        Assert.DoesNotContain(theCase.Id, (await sora.Get("/api/v1/remedies/grants")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declined_the_customer_hears_nothing_and_it_may_be_asked_again()
    {
        var cast = await app.Cast();
        var (theCase, hana, sora) = (await Opened.At(app, Cast.Account), app.As(cast.Hana), app.As(cast.Sora));
        var before = await theCase.Kinds(theCase.Customer);
        var asked = (await hana.Post(theCase.Path + "/remedies", new { remedy = "extension", reason = "x", amount = 90 })).Was(201);

        (await sora.Post($"/api/v1/remedies/grants/{asked["remedyId"]}/approval", new { approve = false, words = "三十日で足ります" })).Was(200);

        Assert.Equal(before, await theCase.Kinds(theCase.Customer));
        Assert.Equal("remedyDeclined", (await theCase.Kinds(hana))[^1]);
        await Rang(hana, theCase, "remedyDeclined");
        Assert.Equal("granted", (await hana.Post(theCase.Path + "/remedies", new { remedy = "extension", reason = "x", amount = 30 })).Was(201)["state"]);
        Assert.Equal(["declined", "granted"], (await hana.Get(theCase.Path + "/remedies")).Was(200).Json.GetProperty("remedies").EnumerateArray().Select(g => g.Text("state")));
    }

    [Fact]
    public async Task A_remedy_is_granted_long_after_the_case_has_ended()
    {
        var cast = await app.Cast();
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As(cast.Hana));
        (await hana.Post(theCase.Path + "/solution", new { outcome = "お調べしました" })).Was(200);
        (await theCase.Customer.Post(theCase.Path + "/solution/answer", new { solved = true })).Was(200);
        app.Clock.Advance(TimeSpan.FromDays(20));

        (await hana.Post(theCase.Path + "/remedies", new { remedy = "reward", reason = "締切の前に始まっていた" })).Was(201);

        Assert.Equal("solved", await theCase.Status());
        Assert.Contains("特典", (await app.Anonymous.Get($"/c/{theCase.Token}")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrators_keep_the_catalogue_and_limits_hold_from_then_on()
    {
        var cast = await app.Cast();
        var (theCase, hana, slug) = (await Opened.At(app, Cast.Account), app.As(cast.Hana), $"r-{Guid.NewGuid():N}"[..20]);
        var asked = new { name = new { ja = "クーポン", en = "Coupon" }, kind = "other", unit = "枚", limits = new { agent = 2, supervisor = 10 }, next = new { ja = "メールでお送りします。", en = "It comes by mail." } };
        (await hana.Put($"/api/v1/remedies/{slug}", asked)).Was(403);
        var put = (await app.Admin.Put($"/api/v1/remedies/{slug}", asked)).Was(200);
        (await app.Admin.Put("/api/v1/remedies/grants", asked)).Was(422);
        Assert.True(Errors(await app.Admin.Put($"/api/v1/remedies/{slug}", new { name = new { }, kind = "other", limits = new { agent = -1 } })).TryGetProperty("/limits/agent", out _));

        Assert.Equal(["reward", "extension", "fee", "apology"], (await hana.Get("/api/v1/remedies")).Was(200).Json.GetProperty("remedies").EnumerateArray().Select(r => r.Text("slug")).Take(4));
        Assert.Equal(put["version"], (await hana.Get($"/api/v1/remedies/{slug}")).Was(200)["version"]);
        Assert.Equal("waiting", (await hana.Post(theCase.Path + "/remedies", new { remedy = slug, reason = "x", amount = 3 })).Was(201)["state"]);
        var other = await Opened.At(app, Cast.Account);
        (await hana.Post(other.Path + "/remedies", new { remedy = slug, reason = "x", amount = 2 })).Was(201);
        Assert.Contains("メールでお送りします。", (await app.Anonymous.Get($"/c/{other.Token}")).Was(200).Text, StringComparison.Ordinal);
        using var stale = new HttpRequestMessage(HttpMethod.Put, new Uri($"/api/v1/remedies/{slug}", UriKind.Relative)) { Content = System.Net.Http.Json.JsonContent.Create(asked) };
        stale.Headers.TryAddWithoutValidation("If-Match", "\"x\"");
        (await Answer.Of(await app.Admin.SendAsync(stale, TestContext.Current.CancellationToken))).Was(412);
        (await app.Admin.Put($"/api/v1/remedies/{slug}", new { asked.name, asked.kind, asked.unit, retired = true })).Was(200);
        (await hana.Post((await Opened.At(app, Cast.Account)).Path + "/remedies", new { remedy = slug, reason = "x", amount = 1 })).Was(422);
    }

    private static JsonElement Errors(Answer answer) => answer.Was(422).Json.GetProperty("errors");

    private static async Task<JsonElement> Waiting(HttpClient agent, Opened theCase) =>
        (await agent.Get("/api/v1/remedies/grants")).Was(200).Json.GetProperty("waiting").EnumerateArray().Single(w => w.GetProperty("grant").Text("caseId") == theCase.Id);

    private static Task<bool> Rang(HttpClient agent, Opened theCase, string kind) => Patience.Until(
        async () => (await agent.Get("/api/v1/notices")).Was(200).Json.GetProperty("notices").EnumerateArray().Any(n => n.Text("caseId") == theCase.Id && n.Text("kind") == kind), rang => rang);

    public sealed class OnSqlite(SqliteApp app) : RemediesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : RemediesTests(app), IClassFixture<PostgresApp>;
}
