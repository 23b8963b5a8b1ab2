using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Setup;

[Trait("needs", "app")]
public sealed class LostTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    private const string Person = "text/html,application/xhtml+xml,*/*;q=0.8";

    [Fact]
    public async Task A_person_at_an_address_that_is_none_is_shown_where_to_go()
    {
        var page = await Ask(app, HttpMethod.Get, "/no/such/page?lang=ja", Person);

        Assert.Equal("text/html", page.ContentHeaders.ContentType?.MediaType);
        Assert.Contains("このページは見つかりません", page.Was(404).Text, StringComparison.Ordinal);
        Assert.Contains("そのままでは開けません", (await Ask(app, HttpMethod.Delete, "/personal-data?lang=ja", Person)).Was(405).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_told_the_problem_it_knows()
    {
        Assert.Equal("urn:madoguchi:problem:not-found", (await Ask(app, HttpMethod.Get, "/no/such/page", "*/*")).Was(404)["type"]);
        Assert.Equal("urn:madoguchi:problem:not-found", (await Ask(app, HttpMethod.Get, "/api/v1/no-such-call", Person)).Was(404)["type"]);
    }

    [Fact]
    public async Task Whoever_writes_too_often_is_told_kindly_that_nothing_is_lost()
    {
        await using var own = await App.Start(On.Sqlite, ("Madoguchi:Rates:Contacts", "1"));
        await own.Cast();
        await Ask(own, HttpMethod.Post, "/contact?lang=en", Person, ("text", "Hello"));

        var busy = (await Ask(own, HttpMethod.Post, "/contact?lang=en", Person, ("text", "Hello again"))).Was(429);
        Assert.Contains("what you wrote is still there", busy.Text, StringComparison.Ordinal);
        Assert.Equal("urn:madoguchi:problem:too-many", (await Ask(own, HttpMethod.Post, "/contact", "*/*", ("text", "And again"))).Was(429)["type"]);
    }

    private static async Task<Answer> Ask(App app, HttpMethod method, string path, string accept, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (fields.Length > 0)
            request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await Answer.Of(await app.Anonymous.SendAsync(request, TestContext.Current.CancellationToken));
    }
}
