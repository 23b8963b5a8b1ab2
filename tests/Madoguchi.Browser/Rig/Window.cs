using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Rig;

/// <summary>A person's window: a page in a profile of its own, in one language and shape.</summary>
public sealed class Window : IAsyncDisposable
{
    private static readonly string Pictures = Path.Combine(Repository.Root, "artifacts", "pictures");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentQueue<string> complaints = [];
    private readonly SemaphoreSlim complained = new(0);
    private readonly Shape shape;
    private readonly bool dark;

    public Window(IBrowserContext context, IPage page, string language, Shape shape, bool dark)
    {
        (Context, Page, Language, this.shape, this.dark) = (context, page, language, shape, dark);
        page.PageError += (_, error) => Complain($"script: {error}");
        page.Console += (_, said) =>
        {
            if (said.Type == "error")
                Complain($"console: {said.Text}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
                Complain($"{response.Status} from {response.Url}");
        };
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public string Language { get; }

    /// <summary>Errors of scripts, of the content security policy and of the server, as the page saw them. A test that cuts the line expects some.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Waits for the complaint that is expected: the browser tells of it when it likes, not when the page is there.</summary>
    public async Task Complained(string about)
    {
        while (!complaints.Any(c => c.Contains(about, StringComparison.Ordinal)))
            Assert.True(await complained.WaitAsync(Patience, TestContext.Current.CancellationToken), $"Nobody complained about {about}, only:\n{string.Join('\n', complaints)}");
    }

    public async Task Go(string path)
    {
        var response = await Page.GotoAsync(path);
        Assert.True(response is { Ok: true }, $"{path} answered {response?.Status}");
    }

    /// <summary>A picture of the whole page in artifacts/pictures, to be looked at: NAME-ja-wide.png.</summary>
    public Task Picture(string name) =>
        Page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Pictures, $"{name}-{Language}-{shape.Name}{(dark ? "-dark" : "")}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled,
        });

    /// <summary>axe finds nothing, and nothing runs out of the window sideways.</summary>
    public async Task IsAccessible()
    {
        var found = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.True(found.Violations is [], string.Join('\n', found.Violations.Select(v =>
            $"{v.Id}: {v.Help}\n{string.Join('\n', v.Nodes.Select(n => $"    {n.Html}"))}")));
        var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{overflow} pixels are out of sight to the right");
    }

    /// <summary>The element that has the keyboard, as "tag#id name".</summary>
    public Task<string> Focused() =>
        Page.EvaluateAsync<string>("(e => `${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''} ${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim()}`.trim())(document.activeElement)");

    public ValueTask DisposeAsync() => Context.DisposeAsync();

    private void Complain(string what)
    {
        complaints.Enqueue(what);
        complained.Release();
    }
}
