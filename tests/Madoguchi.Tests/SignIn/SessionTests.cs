using System.Net;
using Madoguchi.SignIn;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.SignIn;

public abstract class SessionTests(App app)
{
    [Fact]
    public async Task Who_signs_in_is_let_in_and_who_signs_out_is_out()
    {
        using var hana = await app.SignedIn((await app.Cast()).Hana);
        Assert.Contains("Hana", (await hana.Open("/settings/me")).Was(200).Text, StringComparison.Ordinal);

        (await hana.Send("/settings/me/capacity", new { chat = 51, call = 1 })).Was(422);
        (await hana.Send("/settings/me/capacity", new { chat = 5, call = 0 })).Was(302);
        Assert.Matches("name=\"chat\"[^>]* value=\"5\"", (await hana.Open("/settings/me")).Was(200).Text);

        (await hana.Send("/sign-out")).Was(302);

        Assert.StartsWith("/sign-in?then=", (await hana.Open("/settings/me")).Was(302).Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_opens_nothing_after_signing_out_and_its_stream_ends()
    {
        var hana = (await app.Cast()).Hana;
        var password = (await app.Admin.Post($"/api/v1/agents/{hana.AgentId}/password")).Was(201)["password"];
        var (own, copied) = (new CookieContainer(), new CookieContainer());
        using var here = With(own);
        (await here.Send("/sign-in", new { email = hana.Email, password })).Was(302);
        using var elsewhere = app.Browser();
        (await elsewhere.Send("/sign-in", new { email = hana.Email, password })).Was(302);
        copied.Add(own.GetAllCookies());
        using var stolen = With(copied);
        (await stolen.Open("/settings/me")).Was(200);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var stream = stolen.Client.Follow("/desk/live", ct: patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.True(await stream.MoveNextAsync());

        (await here.Send("/sign-out")).Was(302);

        (await stolen.Open("/settings/me")).Was(302);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (await stream.MoveNextAsync())
        {
        }

        (await elsewhere.Open("/settings/me")).Was(200);

        Browser With(CookieContainer cookies) =>
            new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = app.ClientOptions.BaseAddress });
    }

    [Fact]
    public async Task After_signing_in_one_is_where_one_wanted_to_go()
    {
        var (hana, password) = await Fresh();
        using var browser = app.Browser();
        var shown = (await browser.Open("/settings/me?x=1")).Was(302).Headers.Location!.ToString(); // a redirect has a location

        var page = (await browser.Open(shown)).Was(200);
        Assert.Contains("""name="then" value="/settings/me?x=1""", page.Text, StringComparison.Ordinal);
        var answer = await browser.Send("/sign-in", new { email = hana.Email, password, then = "/settings/me?x=1" });

        Assert.Equal("/settings/me?x=1", answer.Was(302).Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("/\t/elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/設定")]
    public async Task Nobody_is_sent_to_another_site(string then)
    {
        var (hana, password) = await Fresh();
        using var browser = app.Browser();

        var answer = await browser.Send("/sign-in", new { email = hana.Email, password, then });

        Assert.Equal("/desk", answer.Was(302).Headers.Location?.ToString());
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer()
    {
        var (hana, _) = await Fresh();
        using var browser = app.Browser();

        var wrong = (await browser.Send("/sign-in", new { email = hana.Email, password = "not this one" })).Was(422).Text;
        var unknown = (await browser.Send("/sign-in", new { email = "nobody@example.test", password = "not this one" })).Was(422).Text;

        Assert.Equal(Plain(wrong, hana.Email), Plain(unknown, "nobody@example.test"));
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing_and_says_so_kindly()
    {
        using var hana = await app.SignedIn((await app.Cast()).Hana);

        var refused = (await hana.SendWithout("/sign-out")).Was(400);

        Assert.Contains("<h1>このページは古くなっています</h1>", refused.Text, StringComparison.Ordinal);
        (await hana.Open("/settings/me")).Was(200);
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_of_the_old_one()
    {
        using var hana = await app.SignedIn((await app.Cast()).Hana);
        await Fresh();

        (await hana.Open("/settings/me")).Was(302);
    }

    [Fact]
    public async Task A_session_ends_when_nobody_uses_it_and_lasts_while_somebody_does()
    {
        using var own = await App.Start(app.On);
        using var hana = await own.SignedIn((await own.Cast()).Hana);
        for (var i = 0; i < 3; i++)
        {
            own.Clock.Advance(SessionFeature.Length * 0.7);
            (await hana.Open("/settings/me")).Was(200);
        }

        own.Clock.Advance(SessionFeature.Length * 1.1);
        (await hana.Open("/settings/me")).Was(302);
        await own.DisposeAsync();
    }

    [Fact]
    public async Task The_cookie_is_hidden_from_scripts_and_opens_no_API()
    {
        var (hana, password) = await Fresh();
        using var browser = app.Browser();
        await browser.Open("/sign-in");
        var answer = await browser.Send("/sign-in", new { email = hana.Email, password });
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("madoguchi=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);

        (await browser.Client.Post($"/api/v1/agents/{hana.AgentId}/keys")).Was(401);
    }

    [Fact]
    public async Task A_script_without_a_session_is_told_and_not_led_to_a_page()
    {
        using var nobody = app.Anonymous;

        (await nobody.Get("/settings/me")).Was(401);
    }

    private static string Plain(string page, string email) =>
        System.Text.RegularExpressions.Regex.Replace(page, """(content|value)="CfDJ[^"]*" """.TrimEnd(), "").Replace(email, "", StringComparison.Ordinal);

    private async Task<(Player Hana, string Password)> Fresh()
    {
        var hana = (await app.Cast()).Hana;
        return (hana, (await app.Admin.Post($"/api/v1/agents/{hana.AgentId}/password")).Was(201)["password"]);
    }

    public sealed class OnSqlite(SqliteApp app) : SessionTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : SessionTests(app), IClassFixture<PostgresApp>;
}
