using Madoguchi.Browser.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Chat;

/// <summary>What is nobody's business is blacked out before the picture leaves the device.</summary>
public sealed class MaskingTests(SqliteStage stage) : IClassFixture<SqliteStage>
{
    [Theory]
    [InlineData("phone")]
    [InlineData("wide")]
    public async Task What_is_dragged_over_is_black_in_what_is_sent_and_the_camera_tells_nothing(string shape)
    {
        await using var visitor = new Visitor(await stage.Customer(shape: shape is "phone" ? Shape.Phone : Shape.Wide), stage.App);
        await visitor.Tell("画面を送ります");
        await visitor.IsUp();
        var page = visitor.Page;
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "画面.jpg", MimeType = "image/jpeg", Buffer = await Photo(page) });
        await page.Locator("#chosen .cover").ClickAsync();
        await Assertions.Expect(page.Locator(".mask canvas")).ToBeVisibleAsync();
        await visitor.Window.IsAccessible();

        await Drag(page, 0.1, 0.1, 0.4, 0.4);
        await Drag(page, 0.6, 0.6, 0.9, 0.9);
        await Assertions.Expect(page.Locator(".mask .count")).ToHaveTextAsync("2か所を塗りました");
        await page.GetByRole(AriaRole.Button, new() { Name = "一つ戻す" }).ClickAsync();
        await Assertions.Expect(page.Locator(".mask .count")).ToHaveTextAsync("1か所を塗りました");
        await visitor.Window.Picture("masking");
        await page.GetByRole(AriaRole.Button, new() { Name = "この画像を添える" }).ClickAsync();
        await Assertions.Expect(page.Locator(".mask")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#chosen .cover")).ToBeFocusedAsync();
        await visitor.Say("隠しました");
        await Assertions.Expect(page.Locator("li.picture img")).ToBeVisibleAsync();

        var (sent, black, kept) = await Sent(page);
        Assert.DoesNotContain("Exif", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET-PLACE", sent, StringComparison.Ordinal);
        Assert.True(black <= 8, $"a hidden pixel has {black}");
        Assert.True(kept >= 100, $"a pixel that was not hidden has {kept}");
        Assert.True(visitor.Window.Complaints.Count == 0, string.Join('\n', visitor.Window.Complaints));
    }

    [Fact]
    public async Task It_works_by_keys_alone_and_Escape_leaves_the_picture_as_it_is()
    {
        await using var visitor = new Visitor(await stage.Customer(shape: Shape.Wide), stage.App);
        await visitor.Window.Go("/contact?lang=ja");
        var (page, keys) = (visitor.Page, visitor.Page.Keyboard);
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "画面.jpg", MimeType = "image/jpeg", Buffer = await Photo(page) });
        var before = await Size(page);
        await page.Locator("#chosen .cover").FocusAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".mask canvas")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".mask .count")).ToHaveTextAsync("1か所を塗りました");
        await keys.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".mask")).ToHaveCountAsync(0);
        Assert.Equal(before, await Size(page));

        await Assertions.Expect(page.Locator("#chosen .cover")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".mask canvas")).ToBeFocusedAsync();
        foreach (var key in new[] { "ArrowRight", "ArrowDown", "Shift+ArrowRight", "Shift+ArrowDown", "Enter", "Enter", "Control+z" })
            await keys.PressAsync(key);
        await Assertions.Expect(page.Locator(".mask .count")).ToHaveTextAsync("1か所を塗りました");
        await visitor.Window.Picture("masking-keys");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".mask")).ToHaveCountAsync(0);
        Assert.NotEqual(before, await Size(page));
    }

    [Fact]
    public async Task A_picture_that_cannot_be_opened_is_said_and_stays()
    {
        await using var visitor = new Visitor(await stage.Customer(), stage.App);
        await visitor.Window.Go("/contact?lang=en");
        await visitor.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "IMG_1.heic", MimeType = "image/heic", Buffer = [1, 2, 3] });
        await visitor.Page.Locator("#chosen .cover").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".mask .count")).ToContainTextAsync("cannot be opened here");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        Assert.Equal(3, await Size(visitor.Page));
    }

    private static async Task Drag(IPage page, double fromX, double fromY, double toX, double toY)
    {
        var box = await page.Locator(".mask canvas").BoundingBoxAsync() ?? throw new InvalidOperationException("No canvas is shown.");
        await page.Mouse.MoveAsync((float)(box.X + (box.Width * fromX)), (float)(box.Y + (box.Height * fromY)));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((float)(box.X + (box.Width * toX)), (float)(box.Y + (box.Height * toY)), new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }

    private static Task<int> Size(IPage page) => page.EvaluateAsync<int>("document.getElementById('file').files[0].size");

    // A grey photograph of 400 × 300 with what a camera writes before the pixels.
    private static async Task<byte[]> Photo(IPage page)
    {
        var plain = Convert.FromBase64String(await page.EvaluateAsync<string>(
            "(() => { const c = Object.assign(document.createElement('canvas'), { width: 400, height: 300 }); const p = c.getContext('2d'); p.fillStyle = '#969696'; p.fillRect(0, 0, 400, 300); return c.toDataURL('image/jpeg').split(',')[1]; })()"));
        var told = "Exif\0\0SECRET-PLACE"u8.ToArray();
        return [.. plain[..2], 0xFF, 0xE1, 0, (byte)(told.Length + 2), .. told, .. plain[2..]];
    }

    // What the server keeps: its bytes as text, a pixel inside the box, and one outside.
    private static async Task<(string Bytes, int Black, int Kept)> Sent(IPage page)
    {
        var found = await page.EvaluateAsync<string[]>("""
            (async () => {
              const blob = await (await fetch(document.querySelector('li.picture img').src)).blob();
              const picture = await createImageBitmap(blob);
              const pen = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height }).getContext('2d');
              pen.drawImage(picture, 0, 0);
              const at = (x, y) => String(pen.getImageData(picture.width * x, picture.height * y, 1, 1).data[0]);
              return [new TextDecoder('latin1').decode(await blob.arrayBuffer()), at(0.25, 0.25), at(0.75, 0.75)];
            })()
            """);
        return (found[0], int.Parse(found[1], System.Globalization.CultureInfo.InvariantCulture), int.Parse(found[2], System.Globalization.CultureInfo.InvariantCulture));
    }
}
