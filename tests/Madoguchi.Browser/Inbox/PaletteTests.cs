using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Inbox;

/// <summary>⌘K reaches everything: acts, places, customers.</summary>
public abstract class PaletteTests(Stage stage)
{
    [Theory]
    [InlineData("ja", "ひきつぎ")]
    [InlineData("ja", "ﾋｷﾂｷﾞ")]
    [InlineData("en", "hand")]
    public async Task An_act_is_typed_chosen_and_done_and_the_keyboard_comes_back(string language, string typed)
    {
        var told = await stage.Tell(new { desk = Cast.Account, language = "ja", text = "開きません。" });
        await using var hana = await stage.SignedIn(stage.Cast.Hana, language);
        await hana.Go($"/desk/cases/{told.CaseId}");
        var keys = hana.Page.Keyboard;
        await hana.Page.FocusAsync("#words");

        await keys.PressAsync("Control+k");
        await Assertions.Expect(hana.Page.Locator("#palette")).ToBeFocusedAsync();
        await hana.IsAccessible();
        await hana.Picture("palette");
        await keys.TypeAsync(typed);
        await Assertions.Expect(hana.Page.Locator("#acts li:visible")).ToHaveCountAsync(2);
        await keys.PressAsync("Enter");
        await Assertions.Expect(hana.Page.Locator("#dialog [name=toDesk]").First).ToBeAttachedAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(hana.Page.Locator("#dialog")).Not.ToBeVisibleAsync();
        await Assertions.Expect(hana.Page.Locator("#words")).ToBeFocusedAsync();

        Assert.True(hana.Complaints.Count == 0, string.Join('\n', hana.Complaints));
    }

    [Fact]
    public async Task Only_what_can_be_done_now_is_offered_and_arrows_choose()
    {
        var told = await stage.Tell(new { desk = Cast.Account, language = "ja", text = "開きません。" });
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await hana.Go("/desk/new");
        var keys = hana.Page.Keyboard;
        await keys.PressAsync("Control+k");
        await Assertions.Expect(hana.Page.Locator("#palette")).ToBeFocusedAsync();
        await Assertions.Expect(hana.Page.Locator("#act-reply")).ToHaveCountAsync(0);
        await keys.PressAsync("Control+k");
        await Assertions.Expect(hana.Page.Locator("#dialog")).Not.ToBeVisibleAsync();

        await hana.Go($"/desk/cases/{told.CaseId}");
        await keys.PressAsync("Control+k");
        await Assertions.Expect(hana.Page.Locator("#act-reply")).ToBeVisibleAsync();
        await Assertions.Expect(hana.Page.Locator("#act-accept")).ToBeHiddenAsync(); // nothing is offered
        await keys.PressAsync("ArrowDown");
        await Assertions.Expect(hana.Page.Locator("#palette")).ToHaveAttributeAsync("aria-activedescendant", "act-note");
        await keys.PressAsync("Enter");
        await Assertions.Expect(hana.Page.Locator("#note")).ToBeFocusedAsync();

        await keys.PressAsync("Control+k");
        await Assertions.Expect(hana.Page.Locator("#palette")).ToBeFocusedAsync();
        await keys.TypeAsync("じぶん たんとう");
        await keys.PressAsync("Enter");
        await Assertions.Expect(hana.Page.Locator("#case-head")).ToContainTextAsync("担当: Hana");
        await keys.PressAsync("Control+k");
        await Assertions.Expect(hana.Page.Locator("#palette")).ToBeFocusedAsync();
        await keys.TypeAsync("お知らせ");
        await keys.PressAsync("Enter");
        await Assertions.Expect(hana.Page.Locator("#dialog h1")).ToHaveTextAsync("お知らせ");
    }

    [Fact]
    public async Task A_customer_is_found_in_the_same_box_even_by_a_hasty_Enter()
    {
        var told = await stage.Tell(new { desk = Cast.Account, language = "ja", name = "早瀬", text = "急いで探されます。" });
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await hana.Go("/desk/done");
        await hana.Page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(hana.Page.Locator("#palette")).ToBeFocusedAsync();
        await hana.Page.Keyboard.TypeAsync("早瀬");
        await hana.Page.Keyboard.PressAsync("Enter");
        await hana.Page.WaitForURLAsync($"**/desk/cases/{told.CaseId}");

        await hana.Page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(hana.Page.Locator("#palette")).ToBeFocusedAsync();
        await hana.Page.Keyboard.TypeAsync("だれでもない");
        await Assertions.Expect(hana.Page.Locator("#acts-none")).ToContainTextAsync("見つかりません");
        await hana.IsAccessible();
    }

    [Fact]
    public async Task An_Enter_that_composes_chooses_nothing()
    {
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await hana.Page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(hana.Page.Locator("#palette")).ToBeFocusedAsync();
        await hana.Page.EvaluateAsync("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))");

        await Assertions.Expect(hana.Page.Locator("#palette")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task On_a_phone_a_thumb_chooses()
    {
        await using var hana = await stage.SignedIn(stage.Cast.Hana, shape: Shape.Phone);
        await hana.Go("/desk/new");
        await hana.Page.Locator("[data-palette]").ClickAsync();
        await hana.IsAccessible();
        await hana.Picture("palette");
        await hana.Page.Locator("#act-go-done").ClickAsync();
        await hana.Page.WaitForURLAsync("**/desk/done");
    }

    public sealed class OnSqlite(SqliteStage stage) : PaletteTests(stage), IClassFixture<SqliteStage>;
}
