using Madoguchi.Browser.Inbox;
using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Thanks;

/// <summary>After it is solved: one tap with a thumb, a slip mended, a word, and both who helped read it.</summary>
public abstract class ThanksTests(Stage stage)
{
    [Theory]
    [InlineData("ja", false)]
    [InlineData("en", true)]
    public async Task One_tap_a_slip_mended_and_both_who_helped_are_thanked_by_name(string language, bool dark)
    {
        var ja = language == "ja";
        var told = await Solved(language);
        await using var robin = await stage.SignedIn(stage.Cast.Robin, language, dark: dark);
        await using var customer = await stage.Chromium.Open(stage.App.Address, language, Shape.Phone, dark: dark);
        await customer.Go(new Uri(told.Url).PathAndQuery);

        var faces = customer.Page.Locator("#now .thanks > form > .faces button");
        await Assertions.Expect(faces).ToHaveCountAsync(5);
        Assert.All(await Task.WhenAll((await faces.AllAsync()).Select(f => f.BoundingBoxAsync())), box => Assert.True(box is { Height: >= 48, Width: >= 44 }));
        await customer.IsAccessible();
        await customer.Picture("thanks-asked");
        await customer.Page.ClickAsync(".thanks [name=tap][value='1']");
        await Assertions.Expect(customer.Page.Locator("#thanks-words")).ToBeVisibleAsync();
        await customer.Page.ClickAsync(".thanks summary");
        await customer.Page.ClickAsync(".thanks [name=tap][value='5']");
        await Assertions.Expect(customer.Page.Locator("#now .thanks")).ToContainTextAsync(ja ? "「とても良かった」と承りました" : "Noted: Very good");
        await customer.Page.CheckAsync(".thanks fieldset label:has-text('Ken') input");
        await customer.Page.CheckAsync(".thanks fieldset label:has-text('Robin') input");
        await customer.Page.FillAsync("#thanks-words", ja ? "二人とも、最後まで付き合ってくれました。" : "You both stayed until it worked.");
        await customer.IsAccessible();
        await customer.Picture("thanks-given");
        await customer.Page.ClickAsync(".thanks button[type=submit]");
        await Assertions.Expect(customer.Page.Locator("[data-timeline]")).ToContainTextAsync(ja ? "最後まで付き合って" : "stayed until it worked");

        await Assertions.Expect(robin.Page.Locator("#queues a[href='/desk/notices'] data")).ToBeVisibleAsync();
        await robin.Page.ClickAsync("a[href='/desk/notices']");
        await robin.Page.Locator("#dialog li", new() { HasText = ja ? "あなたへのお礼" : "thanks you by name" }).First.GetByRole(AriaRole.Button).ClickAsync();
        await robin.Page.WaitForURLAsync("**/desk/thanks");
        await Assertions.Expect(robin.Page.Locator(".praise li").First).ToContainTextAsync(ja ? "Kenさん、Robinさん" : "Ken, Robin");
        await robin.IsAccessible();
        await robin.Picture("thanks-page");
        Assert.True(robin.Complaints.Count + customer.Complaints.Count == 0, string.Join('\n', robin.Complaints.Concat(customer.Complaints)));
    }

    private async Task<Inbox.Desks.Told> Solved(string language)
    {
        var ja = language == "ja";
        var told = await stage.Tell(new { desk = Cast.Technical, language, name = ja ? "山野" : "Yamano", text = ja ? "音が出ません。" : "There is no sound." });
        var at = $"/api/v1/cases/{told.CaseId}";
        using var ken = stage.App.Client(stage.Cast.Ken.Key);
        using var robin = stage.App.Client(stage.Cast.Robin.Key);
        using var customer = stage.App.Client(told.Token);
        (await ken.Post(at + "/messages", new { text = ja ? "消音になっていませんか。" : "Is it muted?" })).Was(201);
        var offer = (await ken.Post(at + "/handovers", new { toDesk = Cast.TechnicalEn, reason = "sound" })).Was(201)["handoverId"];
        (await robin.Post($"/api/v1/handovers/{offer}/acceptance")).Was(200);
        (await robin.Post(at + "/solution", new { outcome = ja ? "入れ直しました。" : "Reinstalled." })).Was(200);
        (await customer.Post(at + "/solution/answer", new { solved = true })).Was(200);
        return told;
    }

    public sealed class OnSqlite(SqliteStage stage) : ThanksTests(stage), IClassFixture<SqliteStage>;
}
