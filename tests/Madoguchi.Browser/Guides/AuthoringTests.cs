using Madoguchi.Browser.Inbox;
using Madoguchi.Browser.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Guides;

/// <summary>A guide is written: the preview follows the words, says what is wrong by its line, and a picture stands where the writer was.</summary>
public abstract class AuthoringTests(Stage stage)
{
    private static readonly byte[] Dot = Convert.FromBase64String("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=");

    [Theory]
    [InlineData("ja", "wide", false)]
    [InlineData("en", "phone", true)]
    public async Task The_preview_follows_the_words_and_a_picture_stands_where_the_writer_is(string language, string shape, bool dark)
    {
        var ja = language == "ja";
        await using var sora = await stage.SignedIn(stage.Cast.Sora, language, shape is "phone" ? Shape.Phone : Shape.Wide, dark);
        await sora.Go("/settings/guides/new");
        var (page, text, preview) = (sora.Page, sora.Page.Locator("#markdown"), sora.Page.Locator("#preview"));
        await sora.IsAccessible();
        await sora.Picture("guide-new");

        var whole = await text.InputValueAsync();
        await text.FillAsync(whole.Replace("minutes: 5", "minutes: soon", StringComparison.Ordinal));
        await Assertions.Expect(preview).ToContainTextAsync(ja ? "14行目" : "Line 14");
        await sora.IsAccessible();
        await text.FillAsync(whole.Replace("ja: 電源が入らない", "ja: 電源が<b>入らない</b>", StringComparison.Ordinal).Replace("en: It does not switch on", "en: It does <b>not</b> switch on", StringComparison.Ordinal));
        await Assertions.Expect(preview.Locator("h2").First).ToHaveTextAsync(ja ? "電源が<b>入らない</b>" : "It does <b>not</b> switch on");

        await text.EvaluateAsync("(t, after) => { const at = t.value.indexOf(after) + after.length; t.focus(); t.setSelectionRange(at, at); }", ja ? "壁の両方です。" : "in the wall.");
        await page.SetInputFilesAsync("#picture", new FilePayload { Name = "a.gif", MimeType = "image/gif", Buffer = Dot });
        await Assertions.Expect(preview.Locator("details[open] li").First.Locator("img")).ToHaveCountAsync(1);
        await page.FillAsync("#slug", $"power-{Guid.NewGuid():N}");
        await page.ClickAsync("button.next");

        await page.WaitForURLAsync("**/settings/guides/power-*");
        await Assertions.Expect(page.Locator(".done")).ToBeVisibleAsync();
        await Assertions.Expect(preview.Locator("details[open] li").First.Locator("img")).ToHaveCountAsync(1);
        await sora.IsAccessible();
        await sora.Picture("guide-written");
        Assert.True(sora.Complaints.Count == 0, string.Join('\n', sora.Complaints));
    }

    public sealed class OnSqlite(SqliteStage stage) : AuthoringTests(stage), IClassFixture<SqliteStage>;
}
