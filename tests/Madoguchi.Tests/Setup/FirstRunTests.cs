using Madoguchi.Setup.FirstRun;
using Madoguchi.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Setup;

public abstract class FirstRunTests(On on) : IAsyncLifetime
{
    private App app = null!; // set before the first test

    public async ValueTask InitializeAsync() => app = await App.Start(on, ("Madoguchi:BootstrapKey", ""));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_empty_house_leads_to_its_first_desk_and_whoever_read_the_log_opens_it()
    {
        using var browser = app.Browser();
        foreach (var path in new[] { "/", "/sign-in" })
            Assert.Equal("/setup", (await browser.Open(path)).Was(302).Headers.Location?.ToString());
        (await browser.Open("/setup")).Was(200);

        (await browser.Send("/setup", Form("guessed-code"))).Was(422);
        (await browser.Send("/setup", Form(Code))).Was(302);

        Assert.Contains("相談窓口", (await browser.Open("/settings/desks?first=1&lang=ja")).Was(200).Text, StringComparison.Ordinal);
        using var later = app.Browser();
        (await later.Open("/sign-in")).Was(200);
        Assert.Equal("/sign-in", (await later.Open("/setup")).Was(302).Headers.Location?.ToString());
        (await later.Send("/setup", Form(Code))).Was(302);
        (await later.Open("/settings/me")).Was(302);
    }

    private string Code => app.Services.GetRequiredService<FirstRunFeature>().Code;

    private static object Form(string code) => new { code, desk = "相談窓口", slug = "support", languages = "ja", name = "見本", email = "first@example.test", password = "long enough for this" };

    public sealed class OnSqlite() : FirstRunTests(On.Sqlite);

    public sealed class OnPostgres() : FirstRunTests(On.Postgres);
}
