using Madoguchi.Browser.Inbox;
using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Line;

/// <summary>Three days to get through, and the opposite: five seconds before opening, without a serial number, somebody takes a place in line.
/// They close the page, come back by its link, are called at their turn and helped. Each leg is a step of its own.</summary>
public abstract class InLineTests(Stage stage)
{
    [Theory]
    [InlineData("ja", false)]
    [InlineData("en", true)]
    public async Task A_place_taken_before_opening_is_kept_until_somebody_helps(string language, bool dark)
    {
        await IsClosed();
        var caller = new Caller(stage, language, dark);
        await caller.TakesAPlaceBeforeAnyWord();
        await caller.ClosesThePage();
        await Opens();

        await using var ken = await stage.SignedIn(stage.Cast.Ken, language, dark: dark);
        await using (var first = await caller.ComesBack())
            await caller.WritesWithoutASerialNumber(first);
        await CallsTheNext(ken, caller);
        await IsAway(ken, caller);
        await using var page = await caller.ComesBack();
        await IsBackAtTheFront(page, ken, caller);
        await IsHelped(page, ken, caller);

        Assert.True(ken.Complaints.Count + page.Complaints.Count == 0, string.Join('\n', ken.Complaints.Concat(page.Complaints)));
    }

    // ── The desk ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

    private async Task IsClosed()
    {
        using var admin = stage.App.Client(AppProcess.BootstrapKey);
        var today = TimeProvider.System.GetUtcNow().Date;
        (await admin.Put($"/api/v1/desks/{Cast.Technical}/hours", new
        {
            week = new { mon = new[] { new { from = "9:00", to = "18:00" } } },
            closures = new[] { new { from = $"{today.AddDays(-2):yyyy-MM-dd}", to = $"{today.AddDays(2):yyyy-MM-dd}", notice = "休みます。", noticeInEnglish = "Closed." } },
        })).Was(200);
    }

    private async Task Opens()
    {
        using var admin = stage.App.Client(AppProcess.BootstrapKey);
        (await admin.Delete($"/api/v1/desks/{Cast.Technical}/hours")).Was(204);
    }

    private static async Task CallsTheNext(Window ken, Caller caller)
    {
        await ken.Go("/desk/line");
        await Assertions.Expect(ken.Page.Locator("#rows li")).ToHaveCountAsync(1);
        await ken.IsAccessible();
        await ken.Picture("line");
        await ken.Page.Keyboard.PressAsync("o");
        await ken.Page.WaitForURLAsync("**/desk/cases/**");
        await Assertions.Expect(ken.Page.Locator(".timeline")).ToContainTextAsync(caller.Story);
        await Assertions.Expect(ken.Page.Locator("#line-band .do")).ToBeVisibleAsync();
        await ken.IsAccessible();
        await ken.Picture("line-called");
    }

    private static async Task IsAway(Window ken, Caller caller)
    {
        await ken.Page.Keyboard.PressAsync("x");
        await Assertions.Expect(ken.Page.Locator("#line-band")).ToHaveAttributeAsync("data-state", "held");
        await Assertions.Expect(ken.Page.Locator("#next-button data")).ToHaveTextAsync("1");
    }

    private static async Task IsBackAtTheFront(Window page, Window ken, Caller caller)
    {
        await Assertions.Expect(page.Page.Locator("#place")).ToHaveAttributeAsync("data-state", "waiting");
        await Assertions.Expect(page.Page.Locator("#place")).ToHaveAttributeAsync("data-ahead", "0");
        await ken.Page.Keyboard.PressAsync("o");
        await Assertions.Expect(page.Page.Locator("#place .ahead")).ToHaveTextAsync(caller.In("お客様の番です", "It is your turn"));
        await page.IsAccessible();
        await page.Picture("ticket-turn");
    }

    private static async Task IsHelped(Window page, Window ken, Caller caller)
    {
        await page.Page.Locator("#turn .next").ClickAsync();
        await page.Page.WaitForURLAsync("**/c/mt_*");
        await ken.Page.Locator("#line-band[data-state=serving], #line-band[data-state=called]").WaitForAsync();
        await ken.Page.Keyboard.PressAsync("r");
        await ken.Page.Keyboard.InsertTextAsync(caller.In("電源のボタンを10秒押してみてください。", "Please hold the power button for ten seconds."));
        await ken.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Page.Locator("[data-timeline] .theirs").Last).ToContainTextAsync(caller.In("10秒", "ten seconds"));
        await ken.Page.Keyboard.PressAsync("Escape");
        await ken.Page.Keyboard.PressAsync("v");
        await Assertions.Expect(ken.Page.Locator("section#line-band")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator("#line a")).ToContainTextAsync(caller.In("順番待ちに入る", "Take a place in line"));
    }

    // ── The caller ───────────────────────────────────────────────────────────────────────────────────────────────────────────

    private sealed class Caller(Stage stage, string language, bool dark)
    {
        private Window? window;
        private string link = "";

        public string Story => In("シリアルナンバーはわかりませんが、電源が入りません", "I do not have the serial number, but it does not start");

        public string In(string ja, string en) => language == "ja" ? ja : en;

        public async Task TakesAPlaceBeforeAnyWord()
        {
            window = await stage.Chromium.Open(stage.App.Address, language, Shape.Phone, dark: dark);
            await window.Go($"/contact?desk={Cast.Technical}&lang={language}");
            await window.Page.Locator(".line-first").ClickAsync();
            await window.Page.WaitForURLAsync("**/ticket");
            await Assertions.Expect(window.Page.Locator("#place")).ToHaveAttributeAsync("data-state", "waiting");
            link = new Uri(window.Page.Url).PathAndQuery;
            await window.IsAccessible();
            await window.Picture("ticket");
        }

        public async Task ClosesThePage()
        {
            Assert.True(window!.Complaints.Count == 0, string.Join('\n', window.Complaints)); // opened a step before
            await window.DisposeAsync();
        }

        /// <summary>On another device, by the link alone.</summary>
        public async Task<Window> ComesBack()
        {
            var back = await stage.Chromium.Open(stage.App.Address, language, Shape.Phone, dark: dark);
            await back.Go(link);
            await Assertions.Expect(back.Page.Locator("body")).ToHaveAttributeAsync("data-line", "up");
            return back;
        }

        public async Task WritesWithoutASerialNumber(Window page)
        {
            await page.Page.Locator(".ways a").First.ClickAsync();
            await page.Page.Locator("#words").FillAsync(Story);
            await page.Page.Locator("#composer [type=submit]").ClickAsync();
            await Assertions.Expect(page.Page.Locator("[data-timeline] .mine .words").Last).ToHaveTextAsync(Story);
            await Assertions.Expect(page.Page.Locator("[data-timeline] .waiting")).ToHaveCountAsync(0);
            await page.IsAccessible();
            await page.Picture("case-in-line");
        }
    }

    public sealed class OnSqlite(SqliteStage stage) : InLineTests(stage), IClassFixture<SqliteStage>;
}
