using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Inbox;

/// <summary>A call is taken by the keyboard alone, as fast as on a paper pad, and nothing half written is lost.</summary>
public abstract class CallingTests(Stage stage)
{
    [Theory]
    [InlineData("ja", "wide", false)]
    [InlineData("ja", "phone", false)]
    [InlineData("en", "wide", true)]
    public async Task One_key_the_story_and_one_key_give_the_number_to_read_out(string language, string shape, bool dark)
    {
        var story = language == "ja" ? "昨日から点きません。電源は抜いて差しました。" : "It has not come on since yesterday. I unplugged it already.";
        await using var hana = await stage.SignedIn(stage.Cast.Hana, language, shape == "phone" ? Shape.Phone : Shape.Wide, dark);
        await hana.Page.EvaluateAsync("document.activeElement.blur()");

        await hana.Page.Keyboard.PressAsync("t");
        await Assertions.Expect(hana.Page.Locator("#call-text")).ToBeFocusedAsync();
        await hana.Page.Keyboard.TypeAsync(story);
        await hana.IsAccessible();
        await hana.Picture("call");
        await hana.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(hana.Page.Locator(".taken .number span")).ToHaveCountAsync(5);
        await hana.IsAccessible();
        await hana.Picture("call-taken");
        await hana.Page.Keyboard.PressAsync("Enter");
        await hana.Page.WaitForURLAsync("**/desk/cases/*");

        await Assertions.Expect(hana.Page.Locator(".entry .words")).ToHaveTextAsync(story);
        await Assertions.Expect(hana.Page.Locator("#case-head")).ToContainTextAsync("Hana");
        await hana.Picture("call-case");
        Assert.True(hana.Complaints.Count == 0, string.Join('\n', hana.Complaints));
    }

    [Fact]
    public async Task The_caller_is_found_by_telephone_with_the_arrow_keys_and_the_case_goes_on()
    {
        var told = await stage.Tell(new { desk = Cast.Account, language = "ja", name = "川辺 光", phone = "03-5555-0142", text = "請求が二重です。", facts = new { orderNumber = "A-77" } });
        await stage.Tell(new { desk = Cast.Account, language = "ja", name = "川辺 灯", phone = "03-5555-0143", text = "別の方の用件。" });
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await Open(hana);
        await hana.Page.Keyboard.TypeAsync("今朝も同じでした。");

        await hana.Page.FocusAsync("#call-find");
        await hana.Page.Keyboard.TypeAsync("川辺");
        await hana.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(hana.Page.Locator("[data-found]")).ToHaveCountAsync(2);
        await hana.Page.Keyboard.PressAsync("ArrowDown");
        await hana.Page.Keyboard.PressAsync("ArrowUp");
        await hana.Page.FillAsync("#call-find", "0355550142");
        await hana.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(hana.Page.Locator("[data-found]")).ToHaveCountAsync(1);
        await hana.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(hana.Page.Locator("[data-go-on]")).ToBeFocusedAsync();
        await Assertions.Expect(hana.Page.Locator("#caller")).ToContainTextAsync("A-77");
        await hana.IsAccessible();
        await hana.Picture("call-found");
        await hana.Page.Keyboard.PressAsync("Enter");
        await hana.Page.WaitForURLAsync($"**/desk/cases/{told.CaseId}");

        await Assertions.Expect(hana.Page.Locator(".timeline")).ToContainTextAsync("今朝も同じでした。");
        Assert.True(hana.Complaints.Count == 0, string.Join('\n', hana.Complaints));
    }

    [Fact]
    public async Task Half_a_call_outlives_a_reload_a_closed_tab_and_a_cut_line()
    {
        await using var ken = await stage.SignedIn(stage.Cast.Ken);
        await Open(ken);
        await ken.Page.Keyboard.TypeAsync("途中まで聞いた");
        await Assertions.Expect(ken.Page.Locator("#call-saved")).ToContainTextAsync("下書きを保存しました");
        await ken.Page.CloseAsync();
        var tab = await ken.Context.NewPageAsync();
        await tab.GotoAsync("/desk/new");
        await tab.Keyboard.PressAsync("t");
        await Assertions.Expect(tab.Locator("#call-text")).ToHaveValueAsync("途中まで聞いた");

        await tab.RouteAsync("**/desk/calls/draft", route => route.AbortAsync());
        await tab.Keyboard.TypeAsync("、回線が切れても");
        await tab.ReloadAsync();
        await tab.UnrouteAsync("**/desk/calls/draft");
        await tab.Keyboard.PressAsync("t");
        await Assertions.Expect(tab.Locator("#call-text")).ToHaveValueAsync("途中まで聞いた、回線が切れても");
        await Assertions.Expect(tab.Locator("#call-saved")).ToContainTextAsync("下書きを保存しました");
        await tab.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(tab.Locator(".taken .number")).ToBeVisibleAsync();
        await tab.ReloadAsync();
        await tab.Keyboard.PressAsync("t");

        await Assertions.Expect(tab.Locator("#call-text")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_call_and_a_lost_answer_makes_no_second()
    {
        await using var sora = await stage.SignedIn(stage.Cast.Sora);
        await Open(sora);
        await sora.Page.Keyboard.TypeAsync("一度だけの電話");
        var (cut, arrived, gate) = (0, new TaskCompletionSource(), new TaskCompletionSource());
        await sora.Page.RouteAsync("**/desk/calls", async route =>
        {
            if (cut++ > 0)
            {
                await route.ContinueAsync();
                return;
            }

            await route.FetchAsync(); // it arrived; the answer is lost
            arrived.SetResult();
            await gate.Task;
            await route.AbortAsync();
        });
        await sora.Page.Keyboard.PressAsync("Control+Enter");
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await sora.Page.Keyboard.PressAsync("Control+Enter"); // while the first is on its way
        gate.SetResult();
        await Assertions.Expect(sora.Page.Locator("#call-form .wrong")).ToContainTextAsync("もう一度");
        await sora.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(sora.Page.Locator(".taken .number")).ToBeVisibleAsync();
        Assert.Equal(2, cut);

        using var client = stage.App.Client(stage.Cast.Sora.Key);
        var mine = (await client.Get("/api/v1/cases?mine=true")).Was(200).Json.GetProperty("cases").EnumerateArray();
        Assert.Single(mine, c => c.GetProperty("preview").GetString() == "一度だけの電話");
    }

    private static async Task Open(Window window)
    {
        await window.Page.EvaluateAsync("document.activeElement.blur()");
        await window.Page.Keyboard.PressAsync("t");
        await Assertions.Expect(window.Page.Locator("#call-text")).ToBeFocusedAsync();
    }

    public sealed class OnSqlite(SqliteStage stage) : CallingTests(stage), IClassFixture<SqliteStage>;
}
