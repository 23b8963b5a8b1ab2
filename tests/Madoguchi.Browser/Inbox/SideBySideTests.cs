using System.Globalization;
using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Inbox;

/// <summary>Two agents at one case: each knows of the other, no customer is answered twice unawares, nothing that was typed is lost.</summary>
public abstract class SideBySideTests(Stage stage)
{
    private static readonly string[] Tags = ["請求"];

    [Fact]
    public async Task Who_comes_second_to_a_reply_is_told_and_a_second_answer_is_sent_only_knowingly()
    {
        var told = await stage.Tell(new { desk = Cast.Account, language = "ja", name = "山野", text = "印刷できません。" });
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await using var sora = await stage.SignedIn(stage.Cast.Sora);
        await hana.Go($"/desk/cases/{told.CaseId}");
        await sora.Go($"/desk/cases/{told.CaseId}");
        await Assertions.Expect(hana.Page.Locator("#here")).ToContainTextAsync("Sora");

        await hana.Page.Keyboard.PressAsync("r");
        await hana.Page.Keyboard.TypeAsync("インクを");
        await Assertions.Expect(sora.Page.Locator("#replying")).ToContainTextAsync("Hana");
        await sora.Picture("workspace-replying");
        Assert.True(await hana.Page.Locator("#replying").IsHiddenAsync());

        await sora.Page.Keyboard.PressAsync("r");
        await sora.Page.Keyboard.TypeAsync("紙を確かめてください。");
        await hana.Page.RouteAsync("**/desk/live*", route => route.AbortAsync()); // her page does not hear of it
        await hana.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await sora.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(sora.Page.Locator(".entry.agent")).ToContainTextAsync("紙を確かめてください。");
        await hana.Page.Keyboard.TypeAsync("確かめてください。");
        await hana.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(hana.Page.Locator("#answered")).ToContainTextAsync("紙を確かめてください。");
        await Assertions.Expect(hana.Page.Locator("#words")).ToHaveValueAsync("インクを確かめてください。");
        await hana.IsAccessible();
        await hana.Picture("workspace-answered-meanwhile");

        await Assertions.Expect(hana.Page.Locator("#answered [name=second]")).ToBeVisibleAsync();
        await hana.Page.Locator("#answered [name=second]").FocusAsync();
        await hana.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(sora.Page.Locator(".timeline")).ToContainTextAsync("インクを確かめてください。");
        await Assertions.Expect(hana.Page.Locator("#words")).ToHaveValueAsync("");
        await Assertions.Expect(hana.Page.Locator("#answered section")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_sent_is_taken_back_by_one_key_and_the_words_come_back_to_the_box()
    {
        var told = await stage.Tell(new { desk = Cast.Account, language = "ja", name = "山野", text = "印刷できません。" });
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await using var customer = await stage.Customer();
        await customer.Go(new Uri(told.Url).PathAndQuery);
        await hana.Go($"/desk/cases/{told.CaseId}");

        await hana.Page.Keyboard.PressAsync("r");
        await hana.Page.Keyboard.TypeAsync("まちがいです");
        await hana.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(customer.Page.Locator("body")).ToContainTextAsync("まちがいです");
        await Assertions.Expect(hana.Page.Locator("#undo button")).ToBeVisibleAsync();
        await hana.Page.Keyboard.PressAsync("Escape");
        await hana.Page.Keyboard.PressAsync("u");

        await Assertions.Expect(customer.Page.Locator("body")).Not.ToContainTextAsync("まちがいです");
        await Assertions.Expect(customer.Page.Locator("body")).ToContainTextAsync("取り消されました");
        await Assertions.Expect(hana.Page.Locator(".entry.withdrawn")).ToContainTextAsync("まちがいです");
        await Assertions.Expect(hana.Page.Locator("#words")).ToHaveValueAsync("まちがいです");
        await customer.IsAccessible();
        await hana.IsAccessible();
        await hana.Picture("workspace-taken-back");
        Assert.True(hana.Complaints.Count + customer.Complaints.Count == 0, string.Join('\n', hana.Complaints.Concat(customer.Complaints)));
    }

    [Theory]
    [InlineData("ja", "明日9時", false)]
    [InlineData("en", "tomorrow 9", true)]
    public async Task A_case_is_tagged_made_urgent_and_laid_aside_by_keys(string language, string later, bool dark)
    {
        var told = await stage.Tell(new { desk = Cast.Account, language, name = language == "ja" ? "山野" : "Yamano", text = language == "ja" ? "印刷できません。" : "It does not print." });
        await using var hana = await stage.SignedIn(stage.Cast.Hana, language, dark: dark);
        await hana.Go($"/desk/cases/{told.CaseId}?in=new");
        var (page, keys) = (hana.Page, hana.Page.Keyboard);

        await keys.PressAsync("l");
        await Assertions.Expect(page.Locator("#more")).ToBeFocusedAsync();
        await keys.TypeAsync("プリンター、VIP");
        await hana.IsAccessible();
        await hana.Picture("sheet-tags");
        await keys.PressAsync("Enter");
        await Shut(page);
        await Assertions.Expect(page.Locator("#case-head .tag")).ToHaveCountAsync(2);
        await keys.PressAsync("p");
        await page.Locator("#dialog [value=Normal]:focus").WaitForAsync();
        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("ArrowUp");
        await hana.IsAccessible();
        await hana.Picture("sheet-priority");
        await keys.PressAsync("Enter");
        await Shut(page);
        await Assertions.Expect(page.Locator("#case-head .priority")).ToHaveAttributeAsync("data-is", "urgent");
        await Assertions.Expect(page.Locator($"#row-{told.CaseId} .priority")).ToBeVisibleAsync();
        await hana.Picture("workspace-urgent");
        await keys.PressAsync("z");
        await Assertions.Expect(page.Locator("#until")).ToBeFocusedAsync();
        await keys.TypeAsync(later);
        await hana.IsAccessible();
        await hana.Picture("sheet-later");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#case-head .aside")).ToContainTextAsync(language == "ja" ? "明日" : InLondon(DateTimeOffset.UtcNow));
        await Assertions.Expect(page.Locator($"#row-{told.CaseId}")).ToHaveCountAsync(0);

        await page.ClickAsync("#case-head .tag >> nth=0");
        await page.WaitForURLAsync("**/desk/*tag=*");
        await hana.Go("/desk/held");
        await Assertions.Expect(page.Locator($"#row-{told.CaseId} .tags")).ToBeVisibleAsync();
        await hana.IsAccessible();
        await hana.Picture("workspace-held");
        Assert.True(hana.Complaints.Count == 0, string.Join('\n', hana.Complaints));
    }

    [Fact]
    public async Task No_change_of_a_colleagues_takes_what_is_being_typed()
    {
        var told = await stage.Tell(new { desk = Cast.Account, language = "ja", name = "山野", text = "印刷できません。" });
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        using var sora = stage.App.Client(stage.Cast.Sora.Key);
        using var ken = stage.App.Client(stage.Cast.Ken.Key);
        var at = $"/api/v1/cases/{told.CaseId}";
        await hana.Go($"/desk/cases/{told.CaseId}");
        await hana.Page.Keyboard.PressAsync("r");
        await hana.Page.Keyboard.TypeAsync("半分まで");

        (await sora.Put(at + "/assignment", new { agentId = stage.Cast.Sora.AgentId })).Was(200);
        (await sora.Put(at + "/tags", new { tags = Tags })).Was(200);
        (await sora.Put(at + "/priority", new { priority = "high" })).Was(200);
        (await sora.Put(at + "/snooze", new { text = "明日" })).Was(200);
        (await sora.Post(at + "/messages", new { text = "先に答えました" })).Was(201);
        await Assertions.Expect(hana.Page.Locator(".timeline")).ToContainTextAsync("先に答えました");
        await hana.Page.Keyboard.TypeAsync("書きました");
        var offer = (await sora.Post(at + "/handovers", new { toDesk = Cast.Technical, reason = "技術" })).Was(201)["handoverId"];
        (await ken.Post($"/api/v1/handovers/{offer}/acceptance")).Was(200);

        await Assertions.Expect(hana.Page.Locator("#case-head")).ToHaveAttributeAsync("data-may-answer", "false");
        Assert.Equal("半分まで書きました", await hana.Page.InputValueAsync("#words"));
        using var key = stage.App.Client(stage.Cast.Hana.Key);
        await Patience.Until(async () => (await key.Get(at + "/draft")).Text, text => text.Contains("半分まで書きました", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_typed_while_the_same_case_is_opened_again_goes_on()
    {
        var told = await stage.Tell(new { desk = Cast.Account, language = "ja", name = "山野", text = "印刷できません。" });
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await hana.Go($"/desk/cases/{told.CaseId}?in=new");
        var (arrived, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        await hana.Page.RouteAsync($"**/desk/cases/{told.CaseId}?in=new", async route =>
        {
            arrived.TrySetResult();
            await gate.Task;
            await route.ContinueAsync();
        });

        await hana.Page.Locator($"#row-{told.CaseId} a").FocusAsync();
        await hana.Page.EvaluateAsync("document.getElementById('open').setAttribute('data-before', '')");
        await hana.Page.Keyboard.PressAsync("Enter");
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await hana.Page.Keyboard.PressAsync("n");
        await hana.Page.Keyboard.TypeAsync("途中まで");
        gate.SetResult();
        await hana.Page.Locator("#open:not([data-before])").WaitForAsync();
        await hana.Page.Locator("#note:focus").WaitForAsync();
        await hana.Page.Keyboard.TypeAsync("書いた");

        await Assertions.Expect(hana.Page.Locator("#note")).ToHaveValueAsync("途中まで書いた");
    }

    [Fact]
    public async Task A_colleague_is_called_by_name_in_a_note_and_finds_it_under_the_notices()
    {
        var told = await stage.Tell(new { desk = Cast.Account, language = "ja", name = "山野", text = "印刷できません。" });
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await using var sora = await stage.SignedIn(stage.Cast.Sora);
        await hana.Go($"/desk/cases/{told.CaseId}");

        await hana.Page.Keyboard.PressAsync("n");
        await hana.Page.Keyboard.TypeAsync("@s");
        await Assertions.Expect(hana.Page.Locator("#mentions [aria-selected=true]")).ToHaveTextAsync("Sora");
        await hana.IsAccessible();
        await hana.Picture("workspace-mention");
        await hana.Page.Keyboard.PressAsync("Enter");
        await hana.Page.Keyboard.TypeAsync("@Mio 見てください");
        await hana.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(hana.Page.Locator(".entry.note")).ToContainTextAsync("@Sora @Mio 見てください");
        await Assertions.Expect(hana.Page.Locator("#saved")).ToContainTextAsync("Mio さんはこの用件を見られない");

        await sora.Page.Locator("[href='/desk/notices'] data").WaitForAsync();
        await sora.Page.ClickAsync("[href='/desk/notices']");
        await Assertions.Expect(sora.Page.Locator("#dialog")).ToContainTextAsync("メモで呼ばれました");
        await sora.Picture("sheet-notices");
    }

    // The stream may show what an act did before its answer closes the sheet; until then keys are the sheet's.
    private static Task Shut(IPage page) => page.Locator("#dialog:not([open])").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    // Nine o'clock tomorrow is the house's; from its midnight on it is the day after tomorrow where the English window stands.
    private static string InLondon(DateTimeOffset now)
    {
        var (tokyo, london) = (TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        var there = TimeZoneInfo.ConvertTime(now, tokyo);
        var seen = TimeZoneInfo.ConvertTime(new DateTimeOffset(there.Date.AddDays(1).AddHours(9), there.Offset), london);
        return seen.Date == TimeZoneInfo.ConvertTime(now, london).Date.AddDays(1) ? "tomorrow" : seen.ToString("d MMM", CultureInfo.GetCultureInfo("en-GB"));
    }

    public sealed class OnSqlite(SqliteStage stage) : SideBySideTests(stage), IClassFixture<SqliteStage>;

    public sealed class OnPostgres(PostgresStage stage) : SideBySideTests(stage), IClassFixture<PostgresStage>;
}
