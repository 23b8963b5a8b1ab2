using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Inbox;

/// <summary>One box: what is found stands below it while one types, and the keys go into it.</summary>
public abstract class FindingTests(Stage stage)
{
    [Theory]
    [InlineData("ja", "wide", false)]
    [InlineData("en", "wide", true)]
    [InlineData("ja", "phone", true)]
    public async Task Two_characters_show_the_case_with_the_words_marked_and_Enter_opens_it(string language, string shape, bool dark)
    {
        var told = await stage.Tell(new { desk = Cast.Account, language = "ja", name = "森", text = "六月分が二重に請求されました。" });
        await using var hana = await stage.SignedIn(stage.Cast.Hana, language, shape is "phone" ? Shape.Phone : Shape.Wide, dark);
        await hana.Go("/desk/new");
        var (keys, found) = (hana.Page.Keyboard, hana.Page.Locator("#found"));
        await Learned(hana, "請求", told.CaseId);

        await keys.PressAsync("/");
        await keys.TypeAsync("請求");
        var hit = found.Locator($"a[href^='/desk/cases/{told.CaseId}#']");
        await Assertions.Expect(hit.Locator("mark")).ToHaveTextAsync("請求");
        await hana.IsAccessible();
        await hana.Picture("found");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Escape");
        await Assertions.Expect(found).ToBeHiddenAsync();
        await Assertions.Expect(hana.Page.Locator("#find")).ToBeFocusedAsync();

        await hana.Page.FillAsync("#find", told.Number);
        await Assertions.Expect(found.Locator($"a[href='/desk/cases/{told.CaseId}']")).ToContainTextAsync("森");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await hana.Page.WaitForURLAsync($"**/desk/cases/{told.CaseId}*");
        Assert.True(hana.Complaints.Count == 0, string.Join('\n', hana.Complaints));
    }

    [Fact]
    public async Task The_sheet_teaches_when_it_is_empty_and_finds_while_one_types()
    {
        var told = await stage.Tell(new { desk = Cast.Account, language = "ja", name = "港", text = "返金はいつですか。" });
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await hana.Go("/desk/find");
        await Assertions.Expect(hana.Page.Locator("#found-again")).ToContainTextAsync("請求");
        await Learned(hana, "返金", told.CaseId);

        await hana.Page.FillAsync("#find-again", "返金");
        await hana.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(hana.Page.Locator($"#found-again a[href^='/desk/cases/{told.CaseId}#'] mark")).ToHaveTextAsync("返金");
        await hana.IsAccessible();
        await hana.Picture("find-sheet");
    }

    private static Task<string> Learned(Window window, string words, string caseId) => Patience.Until(
        async () => await (await window.Page.APIRequest.GetAsync(new Uri(new Uri(window.Page.Url), "/desk/find/found?q=" + Uri.EscapeDataString(words)).ToString())).TextAsync(), html => html.Contains(caseId, StringComparison.Ordinal));

    public sealed class OnSqlite(SqliteStage stage) : FindingTests(stage), IClassFixture<SqliteStage>;
}
