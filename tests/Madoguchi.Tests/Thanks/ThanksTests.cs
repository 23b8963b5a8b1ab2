using System.Text.Json;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Thanks;

public abstract class ThanksTests(App app)
{
    private static readonly string[] OnlyHana = ["Hana"];
    private static readonly string[] HanaAndMio = ["Hana", "Mio"];

    [Fact]
    public async Task Both_who_helped_are_thanked_by_name_are_told_and_their_team_reads_it()
    {
        var cast = await app.Cast();
        var (theCase, hana, ken) = (await Solved(cast.Hana, cast.Ken), app.As(cast.Hana), app.As(cast.Ken));
        var before = (await theCase.Customer.Get(theCase.Path + "/thanks")).Was(200).Json;
        Assert.True(before.GetProperty("asked").GetBoolean());
        Assert.Equal(["Hana", "Ken"], before.GetProperty("helped").EnumerateArray().Select(a => a.Text("name")).Order());

        var given = (await theCase.Customer.Post(theCase.Path + "/thanks", new { score = 5, text = " とても親切でした。 ", agents = new[] { "hana", cast.Ken.AgentId } })).Was(201);

        Assert.Equal("とても親切でした。", given["text"]);
        foreach (var (agent, told) in new[] { (hana, true), (ken, true), (app.As(cast.Sora), false) })
        {
            var list = (await agent.Get("/api/v1/thanks")).Was(200).Json;
            var praise = list.GetProperty("praise").EnumerateArray().Single(p => p.Text("caseId") == theCase.Id);
            Assert.Equal((told, "とても親切でした。", "Hana Ken"), (praise.GetProperty("mine").GetBoolean(), praise.Text("text"), string.Join(' ', praise.GetProperty("agents").EnumerateArray().Select(a => a.Text("name")))));
            Assert.False(praise.TryGetProperty("score", out _));
            if (told)
                await Patience.Until(async () => (await agent.Get("/api/v1/notices")).Was(200).Json.GetProperty("notices").EnumerateArray().Any(n => n.Text("caseId") == theCase.Id && n.Text("kind") == "thanked"), rang => rang);
        }

        Assert.DoesNotContain(theCase.Id, (await app.As(cast.Mio).Get("/api/v1/thanks")).Was(200).Text, StringComparison.Ordinal);
        Assert.Single(await theCase.Kinds(hana), "thanked");
    }

    [Fact]
    public async Task Who_did_not_help_is_named_by_place_and_nothing_is_taken_before_it_is_solved()
    {
        var cast = await app.Cast();
        var theCase = await Opened.At(app, Cast.Account);
        Assert.Equal("urn:madoguchi:problem:not-solved", (await theCase.Customer.Post(theCase.Path + "/thanks", new { score = 5 })).Was(409)["type"]);
        await Solve(theCase, cast.Hana);

        var refused = (await theCase.Customer.Post(theCase.Path + "/thanks", new { score = 5, agents = HanaAndMio })).Was(422).Json;

        Assert.True(refused.GetProperty("errors").TryGetProperty("/agents/1", out _));
        Assert.True(Errors(await theCase.Customer.Post(theCase.Path + "/thanks", new { score = 6 })).TryGetProperty("/score", out _));
        Assert.DoesNotContain("thanked", await theCase.Kinds(app.As(cast.Hana)));
    }

    [Fact]
    public async Task Sent_again_within_the_day_it_takes_the_firsts_place_then_it_stands_and_can_be_taken_back()
    {
        var cast = await app.Cast();
        var theCase = await Solved(cast.Hana);
        var hana = app.As(cast.Hana);
        (await theCase.Customer.Post(theCase.Path + "/thanks", new { score = 3 })).Was(201);
        app.Clock.Advance(TimeSpan.FromHours(23));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => theCase.Customer.Post(theCase.Path + "/thanks", new { score = 5, text = "助かりました", agents = OnlyHana })));
        Assert.All(answers, a => a.Was(201));
        Assert.Equal(2, (await theCase.Kinds(hana)).Count(k => k == "thanked"));
        app.Clock.Advance(TimeSpan.FromHours(2));
        (await theCase.Customer.Post(theCase.Path + "/thanks", new { score = 1 })).Was(409);

        (await theCase.Customer.Delete(theCase.Path + "/thanks")).Was(204);
        (await theCase.Customer.Delete(theCase.Path + "/thanks")).Was(204);

        Assert.DoesNotContain("助かりました", (await theCase.Customer.Get(theCase.Path + "/timeline")).Was(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("助かりました", (await hana.Get("/api/v1/thanks")).Was(200).Text, StringComparison.Ordinal);
        Assert.Equal("thanksWithdrawn", (await theCase.Kinds(hana))[^1]);
        Assert.False((await theCase.Customer.Get(theCase.Path + "/thanks")).Was(200).Json.GetProperty("asked").GetBoolean());
    }

    [Fact]
    public async Task A_low_score_rings_the_supervisor_who_says_what_came_of_it()
    {
        var cast = await app.Cast();
        var (theCase, hana, sora) = (await Solved(cast.Hana), app.As(cast.Hana), app.As(cast.Sora));
        (await theCase.Customer.Post(theCase.Path + "/thanks", new { score = 1, text = "三日も待ちました", agents = OnlyHana })).Was(201);

        Assert.Equal(["thanked", "concernOpened"], (await theCase.Kinds(hana))[^2..]);
        Assert.DoesNotContain("concernOpened", await theCase.Kinds(theCase.Customer));
        await Patience.Until(async () => (await sora.Get("/api/v1/notices")).Was(200).Json.GetProperty("notices").EnumerateArray().Any(n => n.Text("caseId") == theCase.Id && n.Text("kind") == "concern"), rang => rang);
        Assert.Equal("三日も待ちました", (await Row(sora, theCase, "open"))?.Text("text"));
        // Hana is thanked; the words are not for the wall.
        Assert.DoesNotContain("三日も待ちました", (await hana.Get("/api/v1/thanks")).Was(200).Text, StringComparison.Ordinal);
        (await hana.Get("/api/v1/concerns")).Was(403);
        (await hana.Post(theCase.Path + "/concern/settlement", new { cameOfIt = "x" })).Was(403);

        (await sora.Post(theCase.Path + "/concern/settlement", new { cameOfIt = "お電話でおわびした" })).Was(200);

        Assert.Null(await Row(sora, theCase, "open"));
        Assert.Equal(("お電話でおわびした", "Sora"), ((await Row(sora, theCase, "settled"))?.Text("cameOfIt"), (await Row(sora, theCase, "settled"))?.Text("settledBy")));
        (await sora.Post(theCase.Path + "/concern/settlement", new { cameOfIt = "もう一度" })).Was(409);
    }

    private async Task<Opened> Solved(params Player[] by)
    {
        var theCase = await Opened.At(app, Cast.Account);
        await Solve(theCase, by[0]);
        if (by.Length == 1)
            return theCase;
        (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "また出ました" })).Was(201);
        var offer = (await app.As(by[0]).Post(theCase.Path + "/handovers", new { toDesk = Cast.Technical, reason = "技術の話" })).Was(201)["handoverId"];
        (await app.As(by[1]).Post($"/api/v1/handovers/{offer}/acceptance")).Was(200);
        await Solve(theCase, by[1]);
        return theCase;
    }

    private async Task Solve(Opened theCase, Player by)
    {
        (await app.As(by).Post(theCase.Path + "/solution", new { outcome = "入れ直しました" })).Was(200);
        (await theCase.Customer.Post(theCase.Path + "/solution/answer", new { solved = true })).Was(200);
    }

    private static JsonElement Errors(Answer answer) => answer.Was(422).Json.GetProperty("errors");

    private static async Task<JsonElement?> Row(HttpClient agent, Opened theCase, string list) =>
        (await agent.Get("/api/v1/concerns")).Was(200).Json.GetProperty(list).EnumerateArray().Where(r => r.Text("caseId") == theCase.Id).Select(r => (JsonElement?)r).SingleOrDefault();

    public sealed class OnSqlite(SqliteApp app) : ThanksTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ThanksTests(app), IClassFixture<PostgresApp>;
}
