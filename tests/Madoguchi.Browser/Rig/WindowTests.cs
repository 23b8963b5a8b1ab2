using Madoguchi.Tests.Rig;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Browser.Rig;

/// <summary>The rig finds what is wrong with a page; otherwise its silence about ours would mean nothing.</summary>
public sealed class WindowTests(Chromium chromium) : IAsyncLifetime
{
    private readonly int port = Ports.Free();
    private WebApplication server = null!; // set before the first test

    private Uri Address => new($"http://127.0.0.1:{port}");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        server = builder.Build();
        Serve("/good", "<h1>窓口</h1><p>どうぞ</p>");
        Serve("/unlabelled", "<h1>窓口</h1><input>");
        Serve("/too-wide", "<h1>窓口</h1><table><tr><td><img alt='' width=2000 height=1></td></tr></table>");
        Serve("/breaking-the-policy", "<h1>窓口</h1><p onclick='x()'>どうぞ</p><script>x()</script>");
        await server.StartAsync(Ct);

        void Serve(string path, string body) => server.MapGet(path, (HttpResponse response) =>
        {
            response.Headers.ContentSecurityPolicy = "default-src 'self'";
            return Results.Content($"<!doctype html><html lang=ja><meta name=viewport content='width=device-width'><title>窓口</title><link rel=icon href='data:,'><main>{body}</main>", "text/html; charset=utf-8");
        });
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task A_good_page_passes_under_a_strict_policy(string language)
    {
        await using var window = await chromium.Open(Address, language, Shape.Phone);
        await window.Go("/good");

        await window.IsAccessible();
        Assert.StartsWith(language, await window.Page.EvaluateAsync<string>("navigator.language"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/unlabelled")]
    [InlineData("/too-wide")]
    public async Task A_page_that_shuts_people_out_does_not_pass(string path)
    {
        await using var window = await chromium.Open(Address, "ja", Shape.Wide);
        await window.Go(path);

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(window.IsAccessible);
    }

    [Fact]
    public async Task A_break_of_the_policy_is_a_complaint()
    {
        await using var window = await chromium.Open(Address, "ja", Shape.Wide);
        await window.Go("/breaking-the-policy");

        await window.Page.WaitForLoadStateAsync();
        await window.Complained("Content Security Policy");
    }

    [Fact]
    public async Task A_window_on_a_wire_is_cut_and_mended_with_it()
    {
        await using var wire = new Wire(port);
        await using var window = await chromium.Open(wire.Address, "ja", Shape.Wide);
        await window.Go("/good");
        Assert.Equal("reached", await Fetch());

        wire.Refuse();
        Assert.Equal("cut", await Fetch());

        wire.Mend();
        Assert.Equal("reached", await Fetch());

        Task<string> Fetch() => window.Page.EvaluateAsync<string>("fetch('/good', { cache: 'no-store' }).then(() => 'reached', () => 'cut')");
    }
}
