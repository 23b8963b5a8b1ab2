using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases;

public abstract class AssigningTests(App app)
{
    [Fact]
    public async Task Somebody_of_the_owner_desk_is_put_in_charge_or_nobody()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        var (hana, path) = (app.As(cast.Hana), theCase.Path + "/assignment");

        Assert.Equal(cast.Sora.AgentId, (await hana.Put(path, new { agentId = cast.Sora.AgentId })).Was(200)["agentId"]);
        (await hana.Put(path, new { agentId = cast.Sora.AgentId })).Was(200);
        Assert.Single(await theCase.Kinds(hana), "assigned");
        (await hana.Put(path, new { agentId = cast.Ken.AgentId })).Was(422);
        (await hana.Put(path, new { agentId = Guid.CreateVersion7() })).Was(422);
        (await hana.Put(path, new { })).Was(422);
        (await hana.Put(path, new { agentId = (string?)null })).Was(200);
        Assert.False((await hana.Get(theCase.Path)).Was(200).Json.TryGetProperty("agent", out _));
        Assert.DoesNotContain("assigned", await theCase.Kinds(theCase.Customer));
    }

    [Fact]
    public async Task Neither_another_desk_nor_the_customer_assigns()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());

        foreach (var client in new[] { app.As(cast.Mio), theCase.Customer })
        {
            (await client.Put(theCase.Path + "/assignment", new { agentId = cast.Hana.AgentId })).Was(404);
            (await client.Post(theCase.Path + "/assignment/mine")).Was(404);
        }
    }

    [Fact]
    public async Task Of_two_who_take_at_once_one_gets_it()
    {
        var cast = await app.Cast();
        for (var i = 0; i < 10; i++)
        {
            var theCase = await Opened.At(app, Cast.Account);

            var answers = await Task.WhenAll(new[] { cast.Hana, cast.Sora }.Select(p => app.As(p).Post(theCase.Path + "/assignment/mine")));

            Assert.Equal([200, 409], answers.Select(a => (int)a.Status).Order());
            Assert.Equal(answers.Single(a => (int)a.Status == 200)["agentId"], (await app.As(cast.Hana).Get("/api/v1/cases?mine=true")).Text.Contains(theCase.Id, StringComparison.Ordinal) ? cast.Hana.AgentId : cast.Sora.AgentId);
        }
    }

    [Fact]
    public async Task The_house_names_the_case_and_a_colleagues_change_is_not_overwritten()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        var (hana, path) = (app.As(cast.Hana), theCase.Path + "/description");
        var seen = (await hana.Get(theCase.Path)).Was(200).Headers.ETag!; // every case has one

        (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "追伸" })).Was(201);
        (await PutIfMatch(hana, path, new { subject = "404が出る", product = "アプリ", language = "en" }, seen.Tag)).Was(200);
        (await PutIfMatch(app.As(cast.Sora), path, new { subject = "別の題" }, seen.Tag)).Was(412);
        (await hana.Put(path, new { product = "" })).Was(200);
        (await hana.Put(path, new { subject = " " })).Was(422);
        (await app.As(cast.Mio).Put(path, new { subject = "x" })).Was(404);

        var now = (await hana.Get(theCase.Path)).Was(200);
        Assert.Equal(("404が出る", "en"), (now["subject"], now["language"]));
        Assert.False(now.Json.TryGetProperty("product", out _));
        Assert.DoesNotContain("described", await theCase.Kinds(theCase.Customer));
    }

    private static async Task<Answer> PutIfMatch(HttpClient client, string path, object body, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative)) { Content = System.Net.Http.Json.JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await Answer.Of(await client.SendAsync(request, TestContext.Current.CancellationToken));
    }

    public sealed class OnSqlite(SqliteApp app) : AssigningTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : AssigningTests(app), IClassFixture<PostgresApp>;
}
