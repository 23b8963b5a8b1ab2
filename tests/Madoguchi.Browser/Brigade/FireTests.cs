using System.Text.Json;
using Madoguchi.Browser.Inbox;
using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Brigade;

/// <summary>Story S4 whole. Four hundred ordinary contacts in ten minutes propose nothing; sixty with one new error among them are proposed, those and no others, with weeks
/// of history and on a launch day without any. Declared, told once, heard by the developers, fixed, told and asked: 57 confirm, three come back at the front.</summary>
public abstract class FireTests(LaunchStage stage)
{
    private const int Ordinary = 400, Hit = 60, StillBroken = 3;

    /// <summary>Days before this one with contacts in them; none on a launch day.</summary>
    protected abstract int DaysBefore { get; }

    private bool Ja => stage.Language == "ja";

    [Fact]
    public async Task Sixty_are_heard_told_and_asked_and_three_come_back_at_the_front()
    {
        await using var tool = await Tool.Start();
        using var admin = stage.App.Client(AppProcess.BootstrapKey);
        (await admin.Post("/api/v1/trackers", new { kind = "webhook", name = "Kanban", url = tool.Url })).Was(201);
        var crowd = new Crowd(stage);
        await crowd.Weeks(DaysBefore);
        await crowd.Write(Ordinary);
        await using var sora = await stage.SignedIn(stage.Cast.Sora, stage.Language);
        await NothingIsProposed(sora, admin);

        var hit = await crowd.Fail(Hit);
        var incident = await SixtyAreProposedAndDeclared(sora, hit);
        await using var customer = await stage.Customer(stage.Language);
        await customer.Go($"/c/{hit[0].Token}");
        await EverybodyIsTold(sora, customer, incident, hit);
        await TheStatusPageSaysSo();
        var voice = await TheDevelopersHear(sora, admin, incident, hit, tool);
        await ItIsFixed(sora, customer, voice, hit);
        await ItIsOverAndEverybodyIsAsked(sora, customer, incident, hit);
        await ThreeAreAtTheFront(sora, hit);
        await TheMonthShowsIt(sora);
        Assert.True(sora.Complaints.Count + customer.Complaints.Count == 0, string.Join('\n', sora.Complaints.Concat(customer.Complaints)));
    }

    private static async Task NothingIsProposed(Window sora, HttpClient admin)
    {
        // Whatever would be noticed has been: all contacts are marked and looked at, in each of several looks.
        for (var look = 0; look < 3; look++)
            Assert.True(await Proposals(admin) is [], string.Join("\n", (await Proposals(admin)).Select(p => $"{p.GetProperty("kind")} {p.GetProperty("product")}: {p.GetProperty("seen")} since {p.GetProperty("since")}, {p.GetProperty("windowMinutes")} min, expected {p.GetProperty("expected")}, odds {p.GetProperty("odds")}")));
        await sora.Go("/desk/incidents");
        await Assertions.Expect(sora.Page.Locator("p.empty")).ToBeVisibleAsync();
        await Assertions.Expect(sora.Page.Locator(".proposal")).ToHaveCountAsync(0);
        await Look(sora, "fire-1-nothing");
    }

    private async Task<string> SixtyAreProposedAndDeclared(Window sora, IReadOnlyList<Writer> hit)
    {
        using var hana = stage.App.Client(stage.Cast.Hana.Key);
        var proposed = await Patience.Until(() => Proposals(hana), all => all.Any(p => p.GetProperty("cases").GetArrayLength() == Hit));
        Assert.Equal(hit.Select(h => h.CaseId).Order(), Assert.Single(proposed).GetProperty("cases").EnumerateArray().Select(c => c.GetString()!).Order());
        await sora.Go("/desk/incidents");
        await Assertions.Expect(sora.Page.Locator(".proposal .figures dd").First).ToHaveTextAsync($"{Hit}");
        await Look(sora, "fire-2-proposed");
        await sora.Page.FillAsync(".proposal [name=title]", Ja ? "ガチャで接続が切れる" : "Drawing loses the connection");
        await sora.Page.ClickAsync(".proposal .button.next");
        await sora.Page.WaitForURLAsync("**/desk/incidents/*-*");
        await Assertions.Expect(sora.Page.Locator("table.hit tbody tr")).ToHaveCountAsync(Hit);
        await Look(sora, "fire-3-declared");
        return sora.Page.Url.Split('/')[^1].Split('?', '#')[0];
    }

    private async Task EverybodyIsTold(Window sora, Window customer, string incident, IReadOnlyList<Writer> hit)
    {
        await Say(sora, incident, "identified", "原因が分かりました。直しています。", "We know the cause and are mending it.", "fire-4-preview");
        await Assertions.Expect(customer.Page.Locator("[data-timeline]")).ToContainTextAsync(Ja ? "原因が分かりました" : "We know the cause");
        await Look(customer, "fire-5-told");
        await All(hit, Ja ? "原因が分かりました" : "We know the cause");
    }

    private async Task TheStatusPageSaysSo()
    {
        await using var anybody = await stage.Customer(stage.Language);
        await Patience.Until(async () =>
        {
            await anybody.Go($"/status?lang={stage.Language}");
            return await anybody.Page.Locator("main").InnerTextAsync();
        }, text => text.Contains(Ja ? "原因が分かりました" : "We know the cause", StringComparison.Ordinal));
        await Look(anybody, "fire-6-status");
        Assert.Empty(anybody.Complaints);
    }

    /// <summary>The tool, the board and the digest show one temperature.</summary>
    private async Task<string> TheDevelopersHear(Window sora, HttpClient admin, string incident, IReadOnlyList<Writer> hit, Tool tool)
    {
        using var hana = stage.App.Client(stage.Cast.Hana.Key);
        var voice = (await hana.Post("/api/v1/voices", new { kind = "defect", title = Ja ? "ガチャで接続が切れる" : "Drawing loses the connection", caseId = hit[0].CaseId, incidentId = incident })).Was(201)["voiceId"];
        var drawn = await Patience.Until(async () => (await admin.Get("/api/v1/voices?sort=temperature")).Was(200).Json.GetProperty("voices")[0], v => v.GetProperty("cases").GetInt32() == Hit);
        stage.Clock.MoveTo(stage.Clock.GetUtcNow().AddHours(1)); // a tool is not told of every degree
        var heard = await Patience.Until(() => Task.FromResult(tool.Came.Select(c => c.GetProperty("data")).LastOrDefault()), c => c.ValueKind is JsonValueKind.Object && c.GetProperty("cases").GetInt32() == Hit);
        Assert.Equal(voice, heard.GetProperty("voiceId").GetString());

        await sora.Go("/desk/voices");
        var board = await sora.Page.Locator("ol.board li").First.Locator(".thermometer b").InnerTextAsync();
        await Look(sora, "fire-7-board");
        await sora.Go("/desk/voices/digest");
        Assert.Equal(board, await sora.Page.Locator("ol.digest li").First.Locator(".thermometer b").InnerTextAsync());
        await Look(sora, "fire-8-digest");
        var now = (await admin.Get("/api/v1/voices?sort=temperature")).Was(200).Json.GetProperty("voices")[0].GetProperty("temperature").GetDouble();
        Assert.Equal(now, heard.GetProperty("temperature").GetDouble(), 1);
        Assert.True(drawn.GetProperty("temperature").GetDouble() > 0);
        return voice;
    }

    private async Task ItIsFixed(Window sora, Window customer, string voice, IReadOnlyList<Writer> hit)
    {
        await sora.Go($"/desk/voices/{voice}");
        await Look(sora, "fire-9-voice");
        await sora.Page.CheckAsync("#decide [name=state][value=fixed]");
        await sora.Page.FillAsync("#d-version", "1.0.1");
        await sora.Page.FillAsync("#d-ja", "1.0.1で直しました。");
        await sora.Page.FillAsync("#d-en", "It is fixed in 1.0.1.");
        await sora.Page.FillAsync("#d-reason", "himitsu");
        await sora.Page.ClickAsync("#decide [name=step][value=look]");
        await Assertions.Expect(sora.Page.Locator("#decide .says")).ToContainTextAsync($"{Hit}");
        await Look(sora, "fire-10-decided");
        await sora.Page.ClickAsync("#decide [name=step][value=send]");
        await Assertions.Expect(sora.Page.Locator(".undo")).ToBeVisibleAsync();
        stage.Clock.MoveTo(stage.Clock.GetUtcNow().AddSeconds(15)); // nobody called it off
        await Assertions.Expect(customer.Page.Locator("[data-timeline]")).ToContainTextAsync("1.0.1");
        await All(hit, "1.0.1");
    }

    private async Task ItIsOverAndEverybodyIsAsked(Window sora, Window customer, string incident, IReadOnlyList<Writer> hit)
    {
        await Say(sora, incident, "resolved", "接続を直しました。", "Connections are mended.", null);
        await Assertions.Expect(customer.Page.Locator(".works")).ToBeVisibleAsync();
        await Look(customer, "fire-11-asked");
        await All(hit, Ja ? "接続を直しました" : "Connections are mended");
        await customer.Page.ClickAsync(".works button[value=true]");
        await Assertions.Expect(customer.Page.Locator(".works")).ToHaveCountAsync(0);
        foreach (var one in hit.Skip(1))
        {
            using var phone = stage.App.Client(one.Token);
            (await phone.Post($"/api/v1/cases/{one.CaseId}/works-again", new { yes = !hit.TakeLast(StillBroken).Contains(one) })).Was(200);
        }

        await sora.Go($"/desk/incidents/{incident}");
        await Assertions.Expect(sora.Page.Locator(".answers-so-far")).ToContainTextAsync($"{Hit - StillBroken}");
        await Look(sora, "fire-12-answers");
        await sora.Go($"/desk/incidents/{incident}/review");
        await Look(sora, "fire-13-review");
    }

    private static async Task ThreeAreAtTheFront(Window sora, IReadOnlyList<Writer> hit)
    {
        await sora.Go("/desk/new");
        var first = new List<string>();
        foreach (var link in await sora.Page.Locator(".list ol li a").AllAsync())
            first.Add(await link.GetAttributeAsync("href") ?? "");
        Assert.Equal(hit.TakeLast(StillBroken).Select(h => h.CaseId).Order(), first.Take(StillBroken).Select(h => hit.Single(w => h.Contains(w.CaseId, StringComparison.Ordinal)).CaseId).Order());
        await sora.Picture("fire-14-front");
    }

    private async Task TheMonthShowsIt(Window sora)
    {
        await sora.Go($"/desk/reports/monthly?month={stage.Begin:yyyy-MM}");
        await Assertions.Expect(sora.Page.Locator("main")).ToContainTextAsync(Ja ? "ガチャで接続が切れる" : "Drawing loses the connection");
        await Look(sora, "fire-15-month");
    }

    private async Task Say(Window sora, string incident, string state, string ja, string en, string? picture)
    {
        await sora.Go($"/desk/incidents/{incident}");
        await sora.Page.FillAsync("#update-ja", ja);
        await sora.Page.FillAsync("#update-en", en);
        await sora.Page.CheckAsync($".update-form [name=state][value={state}]");
        await sora.Page.ClickAsync("[name=step][value=look]");
        await Assertions.Expect(sora.Page.Locator("main")).ToContainTextAsync($"{Hit}");
        if (picture is not null)
            await Look(sora, picture);
        await sora.Page.ClickAsync("[name=step][value=send]");
        await Assertions.Expect(sora.Page.Locator(".undo").First).ToBeVisibleAsync();
        stage.Clock.MoveTo(stage.Clock.GetUtcNow().AddSeconds(15)); // nobody called it off
    }

    private async Task All(IReadOnlyList<Writer> hit, string words)
    {
        foreach (var one in hit)
        {
            using var phone = stage.App.Client(one.Token);
            await Patience.Until(async () => (await phone.Get($"/api/v1/cases/{one.CaseId}/timeline")).Was(200).Text, text => text.Contains(words, StringComparison.Ordinal));
        }
    }

    private static async Task<List<JsonElement>> Proposals(HttpClient by) => [.. (await by.Get("/api/v1/incidents/proposals")).Was(200).Json.GetProperty("proposals").EnumerateArray()];

    private static async Task Look(Window window, string name)
    {
        await window.IsAccessible();
        await window.Picture(name);
    }

    public sealed class OnALaunchDay(LaunchDay stage) : FireTests(stage), IClassFixture<LaunchDay>
    {
        protected override int DaysBefore => 0;
    }

    public sealed class OnAnOrdinaryDay(OrdinaryDay stage) : FireTests(stage), IClassFixture<OrdinaryDay>
    {
        protected override int DaysBefore => 16;
    }
}
