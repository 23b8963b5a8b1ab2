using Madoguchi.Browser.Inbox;
using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Line;

/// <summary>Three days to get through, and the opposite, to its end: called back at their turn, walked through a guide, another way is tried and helps, and the adviser is praised by name.</summary>
public abstract class CalledBackTests(Stage stage)
{
    [Theory]
    [InlineData("ja", true)]
    [InlineData("en", false)]
    public async Task Called_back_guided_another_way_solved_and_thanked_by_name(string language, bool dark)
    {
        var ja = language == "ja";
        var slug = await Guide(language);
        var link = await AsksToBeCalled(language, slug, dark);

        await using var ken = await stage.SignedIn(stage.Cast.Ken, language, dark: dark);
        await ken.Go("/desk/line");
        await Assertions.Expect(ken.Page.Locator("#rows li").First).ToBeVisibleAsync();
        await ken.Page.Keyboard.PressAsync("o");
        await ken.Page.WaitForURLAsync("**/desk/cases/**");
        var dial = ken.Page.Locator("#line-band a.dial");
        await Assertions.Expect(dial).ToHaveAttributeAsync("href", "tel:+819012345678");
        await ken.IsAccessible();
        await ken.Picture("called-back");

        await ken.Page.Keyboard.PressAsync("g");
        await Assertions.Expect(ken.Page.Locator("#dialog .guides-offered > li").First).ToContainTextAsync(slug);
        await ken.Page.Locator("#dialog .guides-offered form button").First.ClickAsync();
        await Assertions.Expect(ken.Page.Locator("#walk .stand b")).ToHaveTextAsync(ja ? "電源を入れ直す" : "Switch it off and on");
        await Assertions.Expect(ken.Page.Locator("#dialog")).ToBeHiddenAsync();
        await ken.Page.Keyboard.PressAsync("."); // "then let us try another way"
        await Assertions.Expect(ken.Page.Locator("#walk .stand b")).ToHaveTextAsync(ja ? "電源ボタンを長く押す" : "Hold the power button");
        await ken.Picture("called-back-walk");
        await ken.Page.Locator("#walk [data-does=walk-done]").ClickAsync();
        await ken.Page.Locator("#walk [data-does=walk-solved]").ClickAsync();
        await Assertions.Expect(ken.Page.Locator("section#walk")).ToHaveCountAsync(0);
        await ken.Page.Keyboard.PressAsync("v");
        await Assertions.Expect(ken.Page.Locator("section#line-band")).ToHaveCountAsync(0);

        await ken.Page.Keyboard.PressAsync("s");
        await ken.Page.FillAsync("#outcome", ja ? "電源ボタンを長く押して、起動しました。" : "It starts after holding the power button.");
        await ken.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(ken.Page.Locator("#dialog")).ToBeHiddenAsync();

        await using var customer = await stage.Chromium.Open(stage.App.Address, language, Shape.Phone, dark: dark);
        await customer.Go(link);
        await customer.Page.Locator("#now [name=solved][value=true]").ClickAsync();
        await customer.Page.ClickAsync(".thanks [name=tap][value='5']");
        await customer.Page.CheckAsync(".thanks fieldset label:has-text('Ken') input");
        await customer.Page.FillAsync("#thanks-words", ja ? "最後まで聞いてくださいました。" : "You heard me to the end.");
        await customer.Page.ClickAsync(".thanks button[type=submit]");
        await Assertions.Expect(customer.Page.Locator("[data-timeline]")).ToContainTextAsync(ja ? "最後まで聞いて" : "heard me to the end");
        await ken.Go("/desk/thanks");
        await Assertions.Expect(ken.Page.Locator(".praise li").First).ToContainTextAsync(ja ? "最後まで聞いて" : "heard me to the end");
        Assert.True(ken.Complaints.Count + customer.Complaints.Count == 0, string.Join('\n', ken.Complaints.Concat(customer.Complaints)));
    }

    // A place before any word, no serial number, and the page is closed again.
    private async Task<string> AsksToBeCalled(string language, string problem, bool dark)
    {
        await using var phone = await stage.Chromium.Open(stage.App.Address, language, Shape.Phone, dark: dark);
        await phone.Go($"/contact?desk={Cast.Technical}&lang={language}");
        await phone.Page.Locator(".line-first").ClickAsync();
        await phone.Page.WaitForURLAsync("**/ticket");
        await phone.Page.Locator("#phone").FillAsync("０９０－１２３４－５６７８");
        await phone.Page.Locator("form:has(#phone) button").ClickAsync();
        await Assertions.Expect(phone.Page.Locator("#place[data-by=call]")).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.Locator("#phone")).ToHaveValueAsync("090-1234-5678");
        await phone.IsAccessible();
        await phone.Picture("ticket-call");
        var link = new Uri(phone.Page.Url).AbsolutePath.Replace("/ticket", "", StringComparison.Ordinal);
        await phone.Go(link);
        await phone.Page.Locator("#words").FillAsync(problem);
        await phone.Page.Locator("#composer [type=submit]").ClickAsync();
        await Assertions.Expect(phone.Page.Locator("[data-timeline] .mine[data-n] .words").Last).ToHaveTextAsync(problem);
        Assert.Empty(phone.Complaints);
        return link;
    }

    private async Task<string> Guide(string language)
    {
        var slug = $"power-{language}-{Guid.NewGuid():N}"[..20];
        using var admin = stage.App.Client(AppProcess.BootstrapKey);
        (await admin.Put($"/api/v1/guides/{slug}", new
        {
            title = new { ja = $"電源が入らない {slug}", en = $"It does not start {slug}" },
            signs = new { words = new[] { slug } },
            ways = new object[]
            {
                new { slug = "again", title = new { ja = "電源を入れ直す", en = "Switch it off and on" }, minutes = 1, steps = new[] { new { text = new { ja = "プラグを抜いて、差します。", en = "Pull the plug and put it back." } } } },
                new { slug = "hold", title = new { ja = "電源ボタンを長く押す", en = "Hold the power button" }, minutes = 3, steps = new[] { new { text = new { ja = "ボタンを10秒押します。", en = "Hold it for ten seconds." } } } },
            },
        })).Was(200);
        return slug;
    }

    public sealed class OnSqlite(SqliteStage stage) : CalledBackTests(stage), IClassFixture<SqliteStage>;
}
