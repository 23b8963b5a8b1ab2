using System.Text.Json;
using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Chat;

/// <summary>A customer at their page, doing what customers do with it.</summary>
public sealed class Visitor(Window window, AppProcess app) : IAsyncDisposable
{
    public Window Window => window;

    public IPage Page => window.Page;

    public ILocator Words => Page.Locator("#words");

    public ILocator Entries => Page.Locator("[data-timeline] > li[data-n]");

    public ILocator Lost => Page.Locator("[data-lost]");

    /// <summary>Tells a story at a desk and arrives at the page that it gets.</summary>
    public async Task Tell(string story, string desk = Cast.Account)
    {
        await window.Go($"/contact?desk={desk}&lang={window.Language}");
        await Page.Locator("#story").FillAsync(story);
        await Page.Locator("#contact [type=submit]").ClickAsync();
        await Page.WaitForURLAsync("**/c/mt_*");
        await Assertions.Expect(Entries).ToHaveCountAsync(1);
    }

    public async Task Say(string text)
    {
        await Words.FillAsync(text);
        await Page.Locator("#composer [type=submit]").ClickAsync();
    }

    public async Task IsUp() => await Assertions.Expect(Page.Locator("body")).ToHaveAttributeAsync("data-line", "up", new() { Timeout = 20_000 });

    /// <summary>The numbers and words that stand on the page, in order.</summary>
    public async Task<IReadOnlyList<(int Number, string Text)>> Read() =>
        [.. (await Entries.EvaluateAllAsync<JsonElement>("all => all.map(e => [Number(e.dataset.n), e.querySelector('.words')?.textContent ?? ''])"))
            .EnumerateArray().Select(e => (e[0].GetInt32(), e[1].GetString()!))]; // made a line above: a number and a text

    public async Task<string> CaseId() => await Page.Locator("[data-timeline]").GetAttributeAsync("data-timeline") ?? throw new InvalidOperationException("The page shows no case.");

    /// <summary>An agent who speaks through the API, as another part of the house does.</summary>
    public async Task<Func<string, Task>> Agent(Player player)
    {
        var path = $"/api/v1/cases/{await CaseId()}/messages";
        return async text =>
        {
            using var client = app.Client(player.Key);
            (await client.Post(path, new { text }, Guid.NewGuid().ToString())).Was(201);
        };
    }

    public ValueTask DisposeAsync() => window.DisposeAsync();
}
