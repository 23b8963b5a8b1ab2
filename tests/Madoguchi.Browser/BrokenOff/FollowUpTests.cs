using Madoguchi.Browser.Inbox;
using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.BrokenOff;

/// <summary>Nobody is lost midway: the agent asks by keys alone, the customer answers with one thumb.</summary>
public abstract class FollowUpTests(Stage stage)
{
    [Theory]
    [InlineData("ja", false)]
    [InlineData("en", true)]
    public async Task Prepared_words_by_one_key_and_an_answer_by_one_tap(string language, bool dark)
    {
        var ja = language == "ja";
        var told = await Told(language);
        await using var ken = await stage.SignedIn(stage.Cast.Ken, language, dark: dark);
        await using var customer = await stage.Chromium.Open(stage.App.Address, language, Shape.Phone, dark: dark);
        await customer.Go(new Uri(told.Url).PathAndQuery);
        await ken.Go($"/desk/cases/{told.CaseId}");

        await ken.Page.Keyboard.PressAsync("w");
        await Assertions.Expect(ken.Page.Locator("#follow-up-text")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(ja ? "^山野 様" : "^Dear Yamano,"));
        await ken.IsAccessible();
        await ken.Picture("follow-up-sheet");
        await ken.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ken.Page.Locator("#broken-off")).ToContainTextAsync(ja ? "ご様子をうかがいました" : "Followed up");

        var taps = customer.Page.Locator(".follow-up .answers button");
        await Assertions.Expect(taps).ToHaveCountAsync(3);
        var sizes = await Task.WhenAll((await taps.AllAsync()).Select(t => t.BoundingBoxAsync()));
        Assert.All(sizes, s => Assert.True(s is { Height: >= 48 } && s.Width == sizes[0]!.Width)); // three were there
        await customer.IsAccessible();
        await customer.Picture("follow-up");
        await customer.Page.FillAsync("#follow-up-how", ja ? "再起動で直りました" : "A restart helped");
        await customer.Page.ClickAsync(".follow-up [value=solvedMyself]");
        await Assertions.Expect(customer.Page.Locator("#now .received")).ToBeVisibleAsync();
        await Assertions.Expect(customer.Page.Locator(".follow-up")).ToHaveCountAsync(0);

        await Assertions.Expect(ken.Page.Locator(".timeline")).ToContainTextAsync(ja ? "再起動で直りました" : "A restart helped");
        await ken.Page.EvaluateAsync("document.activeElement.blur()");
        await ken.Page.Keyboard.PressAsync("b");
        await ken.Page.WaitForURLAsync("**/desk/broken-off");
        await Assertions.Expect(ken.Page.Locator("#rows")).ToContainTextAsync(ja ? "ご自分で解決: 再起動で直りました" : "solved it themselves: A restart helped");
        await ken.IsAccessible();
        await ken.Picture("broken-off");
        Assert.True(ken.Complaints.Count + customer.Complaints.Count == 0, string.Join('\n', ken.Complaints.Concat(customer.Complaints)));
    }

    [Fact]
    public async Task Still_stuck_rings_the_agent_and_goes_on_where_it_stopped()
    {
        var told = await Told("ja");
        await using var ken = await stage.SignedIn(stage.Cast.Ken);
        using (var key = stage.App.Client(stage.Cast.Ken.Key))
            (await key.Post($"/api/v1/cases/{told.CaseId}/follow-up")).Was(200);
        await ken.Page.Keyboard.PressAsync("b");
        await ken.Page.WaitForURLAsync("**/desk/broken-off");
        await ken.Page.Locator($"#row-{told.CaseId} a").WaitForAsync();
        await using var customer = await stage.Customer();
        await customer.Go(new Uri(told.Url).PathAndQuery);

        await customer.Page.ClickAsync(".follow-up [value=stuck]");

        await Assertions.Expect(customer.Page.Locator("[data-timeline] li").Last).ToContainTextAsync("続きからお手伝いします");
        await Assertions.Expect(ken.Page.Locator($"#row-{told.CaseId}")).ToHaveCountAsync(0);
        await Assertions.Expect(ken.Page.Locator("#rows")).ToContainTextAsync("まだお困りです");
        await ken.Page.ClickAsync("a[href='/desk/notices']");
        await Assertions.Expect(ken.Page.Locator("#dialog")).ToContainTextAsync("途切れていたお客様が、まだお困りです");
    }

    private async Task<Inbox.Desks.Told> Told(string language)
    {
        var ja = language == "ja";
        var told = await stage.Tell(new { desk = Cast.Technical, language, name = ja ? "山野" : "Yamano", text = ja ? "音が出ません。" : "There is no sound." });
        using var ken = stage.App.Client(stage.Cast.Ken.Key);
        (await ken.Post($"/api/v1/cases/{told.CaseId}/messages", new { text = ja ? "消音になっていませんか。" : "Is it muted?" })).Was(201);
        return told;
    }

    public sealed class OnSqlite(SqliteStage stage) : FollowUpTests(stage), IClassFixture<SqliteStage>;
}
