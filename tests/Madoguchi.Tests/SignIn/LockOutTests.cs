using Madoguchi.SignIn;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.SignIn;

public abstract class LockOutTests(On on) : IAsyncLifetime
{
    private App app = null!; // set before the first test

    public async ValueTask InitializeAsync() => app = await App.Start(on, ("Madoguchi:Rates:SignIns", "10000"));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task After_too_many_wrong_tries_even_the_right_password_waits()
    {
        var (hana, password) = await Known();
        using var browser = app.Browser();
        for (var i = 0; i < AttemptsMapping.Tries; i++)
            Assert.DoesNotContain("お試しいただけます", (await Try(browser, hana.Email, "a guess")).Was(422).Text, StringComparison.Ordinal);

        Assert.Contains("お試しいただけます：<time", (await Try(browser, hana.Email, password)).Was(422).Text, StringComparison.Ordinal);

        app.Clock.Advance(AttemptsMapping.Pause + TimeSpan.FromSeconds(1));
        (await Try(browser, hana.Email, password)).Was(302);
    }

    [Fact]
    public async Task An_address_that_nobody_has_is_locked_like_any_other()
    {
        using var browser = app.Browser();
        for (var i = 0; i < AttemptsMapping.Tries; i++)
            await Try(browser, "nobody@example.test", "a guess");

        Assert.Contains("お試しいただけます", (await Try(browser, "nobody@example.test", "a guess")).Was(422).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_guesses_at_once_only_the_allowed_number_is_tried()
    {
        var (hana, password) = await Known();
        using var browser = app.Browser();
        await browser.Open("/sign-in");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Try(browser, hana.Email, "a guess")));

        Assert.Equal(AttemptsMapping.Tries, answers.Count(a => !a.Text.Contains("お試しいただけます", StringComparison.Ordinal)));
        (await Try(browser, hana.Email, password)).Was(422);
    }

    [Fact]
    public async Task Signing_in_forgets_the_slips_before_it()
    {
        var (hana, password) = await Known();
        using var browser = app.Browser();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < AttemptsMapping.Tries - 1; i++)
                await Try(browser, hana.Email, "a slip");
            (await Try(browser, hana.Email, password)).Was(302);
            (await browser.Send("/sign-out")).Was(302);
        }
    }

    [Fact]
    public async Task Whoever_tries_too_often_from_one_place_is_slowed_down()
    {
        await using var own = await App.Start(on, ("Madoguchi:Rates:SignIns", "3"));
        using var browser = own.Browser();
        for (var i = 0; i < 3; i++)
            await Try(browser, $"nobody{i}@example.test", "a guess");

        (await Try(browser, "nobody@example.test", "a guess")).Was(429);
    }

    [Theory]
    [InlineData("", "", 422)]
    [InlineData("hana@example.test", "", 422)]
    [InlineData("\0", "x", 400)] // no form at all, says the framework
    [InlineData("\uFFFE@example.test", "\uFFFE", 422)]
    [InlineData("' or 1=1 --", "' or 1=1 --", 422)]
    public async Task Strange_input_is_a_wrong_password_and_never_a_fault(string email, string password, int status)
    {
        using var browser = app.Browser();

        (await Try(browser, email, password)).Was(status);
        Assert.Empty(app.Faults.Seen);
    }

    private static Task<Answer> Try(Browser browser, string email, string password) => browser.Send("/sign-in", new { email, password });

    private async Task<(Player Hana, string Password)> Known()
    {
        var hana = (await app.Cast()).Hana;
        return (hana, (await app.Admin.Post($"/api/v1/agents/{hana.AgentId}/password")).Was(201)["password"]);
    }

    public sealed class OnSqlite() : LockOutTests(On.Sqlite);

    public sealed class OnPostgres() : LockOutTests(On.Postgres);
}
