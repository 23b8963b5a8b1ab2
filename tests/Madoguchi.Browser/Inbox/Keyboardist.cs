using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Inbox;

public enum Work { Answer, Note, TakeCharge, Later, Tag, Propose, LeaveHalf, HandOver }

/// <summary>A reply that went out.</summary>
/// <param name="Seen">The last entry that the page had shown.</param>
/// <param name="Knowingly">Sent although a colleague's answer stood beside it.</param>
public sealed record Sent(string CaseId, string By, string Text, int Seen, bool Knowingly);

/// <summary>An agent at a window who never touches the mouse: takes the next case of the list and does one thing to it.</summary>
public sealed partial class Keyboardist : IAsyncDisposable
{
    private static readonly string[] Queues = ["new", "open", "held", "mine", "offered"];
    private readonly Window window;
    private readonly HttpClient key;
    private readonly Dictionary<string, string> drafts = [];
    private readonly ConcurrentQueue<Sent> sent = [];
    private int round;

    public Keyboardist(Stage stage, Player player, Window window)
    {
        (Player, this.window, key) = (player, window, stage.App.Client(player.Key));
        window.Page.Response += (_, response) => Remember(response);
    }

    public Player Player { get; }

    public int Done { get; private set; }

    public IEnumerable<Sent> Sent => sent;

    /// <summary>A colleague who was faster is answered with 409: all else is a fault.</summary>
    public IReadOnlyList<string> Unexpected => [.. window.Complaints.Where(c => !c.Contains("409", StringComparison.Ordinal))];

    private IPage Page => window.Page;

    private IKeyboard Keys => window.Page.Keyboard;

    public async Task Do(Work work)
    {
        round++;
        if (await Next() is not { } id)
            return; // the list is empty: colleagues were faster
        var words = $"{Player.Name} {round} {work}";
        switch (work)
        {
            case Work.Answer:
                await Answer(words);
                break;
            case Work.Note:
                await Write("n", words);
                await Said(words);
                break;
            case Work.TakeCharge:
                await Keys.PressAsync("m");
                await Either("#case-head .wrong", $"#case-head|担当: {Player.Name}", "#case-head:not(:has([data-key=m]))");
                break;
            case Work.Later:
                await Sheet("z", "#until", "明日9時", "Enter");
                break;
            case Work.Tag:
                await Sheet("l", "#more", $"札{round}", "Enter");
                break;
            case Work.Propose:
                await Sheet("s", "#outcome", words, "Control+Enter");
                break;
            case Work.HandOver:
                await HandOver(words);
                break;
            case Work.LeaveHalf:
                await Write("r", words, send: false);
                drafts[id] = words;
                break;
        }

        Done++;
        await Keys.PressAsync("Escape");
    }

    /// <summary>The rail says what the API says and what a count by hand says, as soon as the stream has brought the last news.</summary>
    public async Task CountsAreRight() => await Patience.Until(async () => (Rail: await Rail(), Api: await Api(), ByHand: await ByHand()), c => c.Rail == c.Api && c.Api == c.ByHand);

    public async Task DraftsAreKept()
    {
        foreach (var (id, text) in drafts)
            await Patience.Until(async () => (await key.Get($"/api/v1/cases/{id}/draft")).Text, kept => kept.Contains(text, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        key.Dispose();
        await window.DisposeAsync();
    }

    // j, and Enter; a list that changes under the hand is looked at again.
    private async Task<string?> Next()
    {
        for (var tries = 0; tries < 20; tries++)
        {
            if (await Page.Locator("#rows li[id^=row-]").CountAsync() == 0)
                return null;
            await Keys.PressAsync(tries % 2 == 0 ? "j" : "k");
            var row = await Page.EvaluateAsync<string?>("document.activeElement?.closest('li[id^=row-]')?.id");
            if (row is null)
                continue;
            await Page.EvaluateAsync("document.getElementById('open')?.setAttribute('data-before', '')");
            await Keys.PressAsync("Enter");
            try
            {
                await Page.WaitForFunctionAsync("id => document.querySelector('#open:not([data-before]) #case')?.dataset.case === id && !document.getElementById('dialog').open", row[4..], new() { Timeout = 5_000 });
                return row[4..];
            }
            catch (TimeoutException)
            {
                // The row was gone before Enter came.
            }
        }

        return null;
    }

    private async Task Write(string mode, string words, bool send = true)
    {
        await Keys.PressAsync(mode);
        await Page.Locator(mode == "r" ? "#words:focus" : "#note:focus").WaitForAsync();
        await Keys.PressAsync("Control+a");
        await Keys.TypeAsync(words);
        if (send)
            await Keys.PressAsync("Control+Enter");
    }

    private async Task Answer(string words)
    {
        await Write("r", words);
        if (await Either($".entry.agent|{words}", "#answered section") == 0)
            return;
        if (round % 2 == 0)
            await Reach("#answered [data-drop]"); // theirs is enough
        else
        {
            await Reach("#answered [name=second]");
            await Said(words);
        }
    }

    private Task Said(string words) => Page.Locator($".entry:has-text('{words}')").First.WaitForAsync();

    private async Task Sheet(string open, string field, string words, string send)
    {
        await Keys.PressAsync(open);
        await Page.Locator($"{field}:focus").WaitForAsync();
        await Keys.TypeAsync(words);
        await Keys.PressAsync(send);
        await Shut();
    }

    private async Task HandOver(string reason)
    {
        if (await Page.Locator("#band form").CountAsync() > 0)
            return; // it is offered already
        await Keys.PressAsync("h");
        await Page.Locator("#dialog [name=toDesk]:focus").WaitForAsync();
        await Keys.PressAsync("Space");
        await Keys.PressAsync("Tab");
        await Keys.TypeAsync(reason);
        await Keys.PressAsync("Control+Enter");
        await Shut();
    }

    // Done; or a colleague was faster, and the sheet says so: then it is left.
    private async Task Shut()
    {
        if (await Either("#dialog:not([open])", "#dialog .wrong") == 1)
            await Keys.PressAsync("Escape");
        await Page.Locator("#dialog:not([open])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private async Task Reach(string selector)
    {
        for (var i = 0; i < 30 && !await Page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector); i++)
            await Keys.PressAsync("Shift+Tab");
        await Keys.PressAsync("Enter");
    }

    /// <summary>Which of them came to be first: a selector, or a selector and the words in it.</summary>
    private async Task<int> Either(params string[] selectors) =>
        await (await Page.WaitForFunctionAsync(
            "all => { const at = all.findIndex((one) => { const [css, words] = one.split('|'); return Array.from(document.querySelectorAll(css)).some((e) => !words || e.textContent.includes(words)); }); return at < 0 ? null : { at }; }",
            selectors)).EvaluateAsync<int>("found => found.at");

    private void Remember(IResponse response)
    {
        if (response.Request.Method != "POST" || !response.Ok || !Reply().IsMatch(response.Url) || response.Request.PostData is not { } body)
            return;
        sent.Enqueue(new(Reply().Match(response.Url).Groups[1].Value, Player.Name, Field(body, "text"), int.Parse(Field(body, "seen"), CultureInfo.InvariantCulture), Field(body, "second") == "yes"));
    }

    private static string Field(string body, string name) => Regex.Match(body, $"name=\"{name}\"\r\n\r\n(.*?)\r\n--", RegexOptions.Singleline).Groups[1].Value;

    private async Task<string> Rail() => await Page.EvaluateAsync<string>(
        "['new', 'open', 'held', 'mine', 'offered'].map((q) => document.querySelector(`#queues [data-queue=${q}] data`)?.value ?? 0).join(' ')");

    private async Task<string> Api()
    {
        var counts = (await key.Get("/api/v1/counts")).Was(200).Json;
        return string.Join(' ', Queues.Select(q => counts.GetProperty(q).GetInt32()));
    }

    private async Task<string> ByHand()
    {
        var (fresh, open, held, mine, offered) = (0, 0, 0, 0, 0);
        var all = (await key.Get("/api/v1/cases")).Was(200).Json;
        Assert.False(all.TryGetProperty("next", out _), "The hour has more cases than one page of the list.");
        foreach (var one in all.GetProperty("cases").EnumerateArray())
        {
            var (status, agent, aside) = (one.GetProperty("status").GetString(), one.TryGetProperty("agent", out var a) ? a.GetString() : null, one.TryGetProperty("snoozedUntil", out _));
            var (ours, waits) = (Seats.Contains(one.GetProperty("desk").GetString()), status is "new" or "waitingForUs");
            fresh += ours && waits && !aside && agent is null ? 1 : 0;
            open += ours && waits && !aside && agent is not null ? 1 : 0;
            held += ours && (status is "waitingForCustomer" or "proposed" || (waits && aside)) ? 1 : 0;
            mine += agent == Player.Name && status is not ("solved" or "closedBySilence") ? 1 : 0;
            offered += one.GetProperty("offered").GetBoolean() ? 1 : 0;
        }

        return $"{fresh} {open} {held} {mine} {offered}";
    }

    private string[] Seats => Player.Name switch
    {
        "Hana" => [Cast.Account],
        "Ken" => [Cast.Technical],
        _ => [Cast.Account, Cast.Technical, Cast.TechnicalEn],
    };

    [GeneratedRegex("/desk/cases/([0-9a-f-]{36})/messages")]
    private static partial Regex Reply();
}
