using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Inbox;

/// <summary>A slash, a part of a name, Enter: the prepared text stands at the caret.</summary>
public abstract class CannedTests(Stage stage)
{
    [Theory]
    [InlineData("ja", "wide", false)]
    [InlineData("en", "wide", true)]
    [InlineData("ja", "phone", false)]
    public async Task A_slash_offers_texts_and_Enter_puts_one_in_at_the_caret(string language, string shape, bool dark)
    {
        var told = await Furnish();
        await using var hana = await stage.SignedIn(stage.Cast.Hana, language, shape is "phone" ? Shape.Phone : Shape.Wide, dark);
        await hana.Go($"/desk/cases/{told.CaseId}");
        var (keys, words) = (hana.Page.Keyboard, hana.Page.Locator("#words"));
        await words.FocusAsync();
        await keys.TypeAsync("お待たせしました。/");
        await Assertions.Expect(hana.Page.Locator("#canned [role=option]")).ToHaveCountAsync(3);
        await hana.IsAccessible();
        await hana.Picture("canned");

        await keys.TypeAsync("ｼﾗﾍﾞ");
        await Assertions.Expect(hana.Page.Locator("#canned [role=option]:visible")).ToHaveCountAsync(1);
        await keys.PressAsync("Enter");

        await Assertions.Expect(words).ToHaveValueAsync("お待たせしました。山野 様、確かめます。");
        await Assertions.Expect(hana.Page.Locator("#canned")).ToBeHiddenAsync();
        await Assertions.Expect(hana.Page.Locator("#saved")).Not.ToBeEmptyAsync();
        Assert.True(hana.Complaints.Count == 0, string.Join('\n', hana.Complaints));
    }

    [Fact]
    public async Task Arrows_choose_Tab_takes_Escape_leaves_and_it_works_in_a_note()
    {
        var told = await Furnish();
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await hana.Go($"/desk/cases/{told.CaseId}");
        var (keys, note) = (hana.Page.Keyboard, hana.Page.Locator("#note"));
        await keys.PressAsync("n");
        await keys.TypeAsync("/");
        await Assertions.Expect(hana.Page.Locator("#canned")).ToBeVisibleAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("ArrowDown");
        await Assertions.Expect(note).ToHaveAttributeAsync("aria-activedescendant", await hana.Page.Locator("#canned li").First.GetAttributeAsync("id") ?? "");
        await keys.PressAsync("Escape");
        await Assertions.Expect(hana.Page.Locator("#canned")).ToBeHiddenAsync();
        await Assertions.Expect(note).ToBeFocusedAsync();
        await Assertions.Expect(note).ToHaveValueAsync("/");
        await keys.PressAsync("Enter");
        await Assertions.Expect(note).ToHaveValueAsync("/\n");

        await keys.TypeAsync("/mata");
        await Assertions.Expect(hana.Page.Locator("#canned [role=option]:visible")).ToHaveCountAsync(1);
        await keys.PressAsync("Tab");
        await Assertions.Expect(note).ToHaveValueAsync("/\nまたご連絡ください。");
        await keys.PressAsync("Control+z");
        await Assertions.Expect(note).ToHaveValueAsync("/\n/mata");
    }

    [Fact]
    public async Task An_address_a_date_and_a_composing_Enter_are_left_alone()
    {
        var told = await Furnish();
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await hana.Go($"/desk/cases/{told.CaseId}");
        await hana.Page.FocusAsync("#words");
        await hana.Page.Keyboard.TypeAsync("11/22 https://example.test/a ");
        await Assertions.Expect(hana.Page.Locator("#canned")).ToHaveCountAsync(0);

        await hana.Page.Keyboard.TypeAsync("/");
        await Assertions.Expect(hana.Page.Locator("#canned")).ToBeVisibleAsync();
        await hana.Page.EvaluateAsync("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))");
        await Assertions.Expect(hana.Page.Locator("#words")).ToHaveValueAsync("11/22 https://example.test/a /");
        await Assertions.Expect(hana.Page.Locator("#canned")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task From_the_sheet_a_text_goes_to_where_one_was_writing()
    {
        var told = await Furnish();
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await hana.Go($"/desk/cases/{told.CaseId}");
        await hana.Page.FillAsync("#words", "前後");
        await hana.Page.EvaluateAsync("document.getElementById('words').setSelectionRange(1, 1)");
        await hana.Page.ClickAsync("#reply-form [data-does=canned]");
        await hana.IsAccessible();
        await hana.Picture("canned-sheet");
        await hana.Page.Locator("[data-canned]").Filter(new() { HasText = "また" }).ClickAsync();

        await Assertions.Expect(hana.Page.Locator("#words")).ToHaveValueAsync("前またご連絡ください。後");
        await Assertions.Expect(hana.Page.Locator("#words")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_settings_are_for_everybody()
    {
        await using var sora = await stage.SignedIn(stage.Cast.Sora);
        await Furnish();
        await sora.Go("/settings/canned");
        await sora.IsAccessible();
        await sora.Picture("settings-canned");
        await sora.Go("/settings/canned/new");
        await sora.IsAccessible();
        await sora.Picture("settings-canned-new");
    }

    private async Task<Desks.Told> Furnish()
    {
        using var sora = stage.App.Client(stage.Cast.Sora.Key);
        if ((await sora.Get("/api/v1/canned-texts")).Was(200).Json.GetProperty("cannedTexts").GetArrayLength() == 0)
        {
            (await sora.Post("/api/v1/canned-texts", new { title = "調べます(しらべ)", text = "{{customer.name}}、確かめます。", shortcut = "shirabe" })).Was(201);
            (await sora.Post("/api/v1/canned-texts", new { title = "また", text = "またご連絡ください。", desk = Cast.Account, shortcut = "mata" })).Was(201);
            (await sora.Post("/api/v1/canned-texts", new { title = "Greeting", text = "Hello {{customer.name}},", language = "en", shortcut = "hello" })).Was(201);
        }

        return await stage.Tell(new { desk = Cast.Account, language = "ja", name = "山野", text = "開きません。" });
    }

    public sealed class OnSqlite(SqliteStage stage) : CannedTests(stage), IClassFixture<SqliteStage>;
}
