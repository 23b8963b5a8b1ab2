using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Chat;

/// <summary>A customer who wants answers by mail, closes everything, and comes back with the number alone.</summary>
public sealed class MailTests(SqliteStage stage) : IClassFixture<SqliteStage>
{
    [Theory]
    [InlineData("ja", true, false)]
    [InlineData("en", true, true)]
    [InlineData("ja", false, false)] // without scripts
    public async Task An_address_is_verified_and_number_and_code_lead_back(string language, bool scripts, bool dark)
    {
        var address = $"{language}-{scripts}@example.jp".ToLowerInvariant();
        await using var window = await stage.Chromium.Open(stage.App.Address, language, Shape.Phone, scripts, dark: dark);
        var page = window.Page;
        await window.Go($"/contact?lang={language}");
        await page.Locator("#story").FillAsync("テレビが映りません。");
        await page.Locator("#contact [type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/c/mt_*");
        var number = (await page.Locator("#number").TextContentAsync())!; // every case has one

        await page.Locator("#now a[href*='/mail']").ClickAsync();
        await Look("mail-address");
        await page.Locator("#email").FillAsync(address);
        await page.Locator("button.next").ClickAsync();
        await page.Locator("#code").FillAsync("000");
        await page.Locator("button.next").ClickAsync();
        await Assertions.Expect(page.Locator(".problem")).ToBeVisibleAsync();
        await Look("mail-code");
        await page.Locator("#code").FillAsync((await Mailed.To(stage.Database, address))[^1].SixDigits);
        await page.Locator("button.next").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/c/mt_", StringComparison.Ordinal) && !url.Contains("/mail", StringComparison.Ordinal));

        await window.Go($"/contact?lang={language}");
        await page.Locator("a[href^='/open']").ClickAsync();
        await Look("open-number");
        await page.Locator("#number").FillAsync(number);
        await page.Locator("button.next").ClickAsync();
        await page.Locator("#code").FillAsync((await Mailed.To(stage.Database, address, 2))[^1].SixDigits);
        await page.Locator("button.next").ClickAsync();
        await Assertions.Expect(page.Locator(".own-cases li")).ToHaveCountAsync(1);
        await Look("open-cases");
        await page.Locator(".own-cases a").ClickAsync();
        await page.WaitForURLAsync("**/c/mt_*");
        await Assertions.Expect(page.Locator("[data-timeline] .words").First).ToHaveTextAsync("テレビが映りません。");

        // What looks for us is a script, too.
        async Task Look(string name)
        {
            if (!scripts)
                return;
            await window.IsAccessible();
            await window.Picture(name);
        }
    }
}
