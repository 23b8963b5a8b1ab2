using Madoguchi.Browser.Rig;
using Madoguchi.Chat.Contacting;
using Madoguchi.Tests.Rig;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Chat;

/// <summary>The desk in a frame of somebody else's page, which has a strict content policy of its own.</summary>
public sealed class WidgetTests(SqliteStage stage) : IClassFixture<SqliteStage>, IAsyncLifetime
{
    private static readonly string[] Japanese = ["ja"];
    private readonly int port = Ports.Free();
    private WebApplication shop = null!; // set before the first test
    private object? user; // who is signed in at the shop

    private string Origin => $"http://127.0.0.1:{port}";

    public async ValueTask InitializeAsync()
    {
        using (var admin = stage.App.Client(AppProcess.BootstrapKey))
        {
            var slug = "shop" + port;
            (await admin.Post("/api/v1/desks", new { slug, name = "お店の窓口", languages = Japanese, origins = new[] { Origin } })).Was(201);
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Origin);
        shop = builder.Build();
        shop.MapGet("/{desk}", (string desk, HttpResponse response) =>
        {
            response.Headers.ContentSecurityPolicy = $"default-src 'self'; img-src 'self' data:; script-src {stage.App.Address}; frame-src {stage.App.Address}";
            return Results.Content($"<!doctype html><html lang=ja><meta name=viewport content='width=device-width'><title>お店</title><link rel=icon href='data:,'><main><h1>お店</h1></main><script src='{stage.App.Address}widget.js?desk={desk}' data-app-version='4.2.1' data-identity='/who' async></script>", "text/html; charset=utf-8");
        });
        shop.MapGet("/who", () => user is null ? Results.NotFound() : Results.Json(user));
        await shop.StartAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task A_story_is_told_and_gone_on_with_inside_another_page()
    {
        await using var window = await stage.Chromium.Open(new Uri(Origin), "ja", Shape.Wide);
        await window.Go($"/shop{port}");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "窓口に相談する" }).ClickAsync();
        var frame = window.Page.FrameLocator("iframe");
        await frame.Locator("#story").FillAsync("枠の中から書いています");
        await frame.Locator("[name=along]").UncheckAsync();
        await frame.Locator("#contact [type=submit]").ClickAsync();
        await Assertions.Expect(frame.Locator("[data-timeline] > li")).ToHaveCountAsync(1);
        await window.Picture("widget");

        await window.Page.ReloadAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "窓口に相談する" }).ClickAsync();
        await Assertions.Expect(frame.Locator("[data-timeline] > li")).ToHaveCountAsync(1);
        await Assertions.Expect(frame.GetByText("枠の中から書いています")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("wide")]
    [InlineData("phone")]
    public async Task What_goes_along_is_shown_first_and_the_agent_need_not_ask(string shape)
    {
        using var admin = stage.App.Client(AppProcess.BootstrapKey);
        var secret = (await admin.Post($"/api/v1/desks/shop{port}/widget-secret")).Was(201)["secret"];
        var at = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        user = new { id = "u-17", mail = "yamano@example.test", name = "", issuedAt = at, signature = new SiteIdentity("u-17", "yamano@example.test", "", at, "").SignedWith(secret, "shop" + port) };
        await using var window = await stage.Chromium.Open(new Uri(Origin), "ja", shape is "phone" ? Shape.Phone : Shape.Wide);
        await window.Go($"/shop{port}?token=secret");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "窓口に相談する" }).ClickAsync();
        var frame = window.Page.FrameLocator("iframe");

        var line = frame.Locator("#along-what");
        await Assertions.Expect(line).ToContainTextAsync("会員ID u-17 yamano@example.test (サイトが確認)");
        await Assertions.Expect(line).ToContainTextAsync($"{Origin}/shop{port} · Chrome");
        await Assertions.Expect(line).ToContainTextAsync("アプリ 4.2.1");
        await Assertions.Expect(line).Not.ToContainTextAsync("secret");
        await window.Picture("widget-along");
        await frame.Locator("#story").FillAsync("かごが空になります");
        await frame.Locator("#contact [type=submit]").ClickAsync();
        await Assertions.Expect(frame.GetByText("会員ID(サイト) u-17")).ToBeVisibleAsync();
        await window.Picture("widget-told");
    }

    [Fact]
    public async Task A_page_that_the_desk_does_not_list_gets_no_frame()
    {
        await using var window = await stage.Chromium.Open(new Uri(Origin), "ja", Shape.Wide);
        await window.Go($"/{Cast.Account}");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "窓口に相談する" }).ClickAsync();

        await Assertions.Expect(window.Page.FrameLocator("iframe").Locator("#story")).ToHaveCountAsync(0);
        await window.Complained("frame-ancestors");
    }
}
