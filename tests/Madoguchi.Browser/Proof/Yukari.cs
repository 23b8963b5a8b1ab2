using System.Diagnostics;
using System.Text.RegularExpressions;
using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Proof;

/// <summary>The demo product as a process of its own, as its customers use it: with a browser, and with nothing that Madoguchi's tests know of it.</summary>
public sealed partial class Yukari : IAsyncDisposable
{
    private readonly Process process;

    private Yukari(Process process, int port) => (this.process, Address) = (process, new($"http://127.0.0.1:{port}"));

    public Uri Address { get; }

    public static async Task<Yukari> Start(NightStage stage, string key)
    {
        var (port, folder) = (Ports.Free(), Scratch.NewFolder("yukari"));
        var start = new ProcessStartInfo("dotnet", [Repository.App.Replace(Path.Combine("src", "Madoguchi"), Path.Combine("demo", "Madoguchi.DemoProduct"), StringComparison.Ordinal).Replace("Madoguchi.dll", "Madoguchi.DemoProduct.dll", StringComparison.Ordinal)])
        {
            WorkingDirectory = folder, RedirectStandardOutput = false,
        };
        foreach (var (name, value) in stage.Clockwork)
            start.Environment[name] = value;
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        start.Environment["Demo__Madoguchi"] = stage.App.Address.ToString();
        start.Environment["Demo__Key"] = key;
        start.Environment["Demo__File"] = Path.Combine(folder, "yukari.json");
        var yukari = new Yukari(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."), port);
        Scratch.Remember(yukari.process.Id);
        using var client = new HttpClient();
        await Patience.Until(async () =>
        {
            try
            {
                return (await client.GetAsync(yukari.Address, TestContext.Current.CancellationToken)).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false; // nobody listens yet
            }
        }, isThere => isThere);
        return yukari;
    }

    /// <summary>So many others register, by the product's own endpoint.</summary>
    public async Task Crowd(int count, string language)
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var body = new FormUrlEncodedContent([new("count", count.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        (await client.PostAsync(new Uri($"/{language}/crowd", UriKind.Relative), body, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    /// <summary>Everybody who completes a registration from now on is hit.</summary>
    public static async Task PlantTheFault(Window window)
    {
        await window.Go($"/{window.Language}/fault");
        await window.Page.Locator("main button").First.ClickAsync();
        await Assertions.Expect(window.Page.Locator("[name=planted]")).ToHaveValueAsync("false");
    }

    /// <summary>Code and address, the code from the mail, and "registration complete" at this moment.</summary>
    public static async Task Register(Window window, string code, string email, Action completing)
    {
        await window.Go($"/{window.Language}/register");
        await window.Page.FillAsync("[name=code]", code);
        await window.Page.FillAsync("[name=email]", email);
        await window.Page.ClickAsync("main button");
        await Assertions.Expect(window.Page.Locator("[name=confirmation]")).ToBeVisibleAsync();
        var here = new Uri(window.Page.Url).PathAndQuery;
        await window.Go($"/{window.Language}/mailbox?address={email}");
        var confirmation = SixDigits().Match(await window.Page.Locator(".letter p").First.InnerTextAsync()).Value;
        await window.Go(here);
        await window.Page.FillAsync("[name=confirmation]", confirmation);
        completing();
        await window.Page.ClickAsync("main button");
        await Assertions.Expect(window.Page.Locator("#done")).ToBeVisibleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@"\d{6}")]
    private static partial Regex SixDigits();
}
