using Madoguchi.Browser.Rig;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Madoguchi.Browser.Rig;

/// <summary>One real browser for the whole run; every person in a test gets a window with a profile of their own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // No sandbox: CI runs as root in a container. The rest keeps it from talking to its maker, which a closed network answers with refusals.
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] Known = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Installed(), Headless = true, Args = Quiet });
    }

    /// <summary>A window whose paths begin at the address: the app itself or a wire to it. The language is "ja" or "en".</summary>
    public async Task<Window> Open(Uri address, string language, Shape shape, bool scripts = true, bool dark = false)
    {
        var context = await (browser ?? throw new InvalidOperationException("The browser has not started.")).NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = language == "ja" ? "ja-JP" : "en-GB",
            TimezoneId = language == "ja" ? "Asia/Tokyo" : "Europe/London",
            ViewportSize = shape.Size,
            DeviceScaleFactor = shape.Scale,
            HasTouch = shape.Touch,
            IsMobile = shape.Touch,
            JavaScriptEnabled = scripts,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        return new Window(context, await context.NewPageAsync(), language, shape, dark);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static string Installed() =>
        Environment.GetEnvironmentVariable("MADOGUCHI_TEST_BROWSER") is { Length: > 0 } named ? named
            : Known.FirstOrDefault(File.Exists)
                ?? throw new InvalidOperationException("The browser tests need chromium-headless-shell or chromium; ./test says how they come.");
}
