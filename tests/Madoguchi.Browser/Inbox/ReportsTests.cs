using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Browser.Inbox;

public abstract class ReportsTests(Stage stage)
{
    [Theory]
    [InlineData("ja", "wide", false)]
    [InlineData("en", "wide", true)]
    [InlineData("ja", "phone", true)]
    [InlineData("en", "zoomed", false)]
    public async Task The_figures_are_for_everybody_in_every_shape(string language, string shape, bool dark)
    {
        await Furnish();
        await using var sora = await stage.SignedIn(stage.Cast.Sora, language, shape switch { "phone" => Shape.Phone, "zoomed" => Shape.Zoomed, _ => Shape.Wide }, dark);

        await sora.Go("/desk/reports");
        await sora.IsAccessible();
        await sora.Picture("reports");
        foreach (var table in await sora.Page.Locator("details > summary").AllAsync())
            await table.ClickAsync();
        await sora.IsAccessible();
        await sora.Go("/desk/reports/handovers/cases?of=returned");
        await sora.IsAccessible();

        Assert.True(sora.Complaints.Count == 0, string.Join('\n', sora.Complaints));
    }

    [Fact]
    public async Task By_keys_alone_from_the_cases_to_a_figure_and_to_the_case_behind_it()
    {
        await Furnish();
        await using var sora = await stage.SignedIn(stage.Cast.Sora);

        await sora.Go("/desk/new");
        await sora.Page.Locator("[data-does=reports]").FocusAsync();
        await sora.Page.Keyboard.PressAsync("Enter");
        await sora.Page.WaitForURLAsync("**/desk/reports");
        await sora.Page.Locator(".by a", new() { HasText = "エラー" }).FocusAsync();
        await sora.Page.Keyboard.PressAsync("Enter");
        await sora.Page.Locator(".series .of", new() { HasText = "err-4012" }).WaitForAsync();
        await sora.Page.Locator("section:has(#handovers) summary").FocusAsync();
        await sora.Page.Keyboard.PressAsync("Enter");
        await sora.Page.Locator("section:has(#handovers) td.count").First.WaitForAsync();
        await sora.Page.Locator("a", new() { HasText = "戻った用件を見る" }).FocusAsync();
        await sora.Page.Keyboard.PressAsync("Enter");
        await sora.Page.Locator(".rows a").First.FocusAsync();
        await sora.Page.Keyboard.PressAsync("Enter");
        await sora.Page.WaitForURLAsync("**/desk/cases/**");
    }

    private async Task Furnish()
    {
        using var hana = stage.App.Client(stage.Cast.Hana.Key);
        using var ken = stage.App.Client(stage.Cast.Ken.Key);
        var told = await stage.Tell(new { desk = Cast.Account, text = "ログインできません。", product = "ミナモID", facts = new { errorText = "ERR-4012" } });
        (await hana.Post($"/api/v1/cases/{told.CaseId}/messages", new { text = "お調べします。" })).Was(201);
        (await hana.Post($"/api/v1/cases/{told.CaseId}/questions", new { fact = "errorText", because = "写真が読めないため" })).Was(201);
        var offer = (await hana.Post($"/api/v1/cases/{told.CaseId}/handovers", new { toDesk = Cast.Technical, reason = "お願いします" })).Was(201)["handoverId"];
        (await ken.Post($"/api/v1/handovers/{offer}/return", new { reason = "こちらではありません" })).Was(200);
        using var admin = stage.App.Client(AppProcess.BootstrapKey);
        await Patience.Until(async () => (await admin.Get("/api/v1/reports/handovers")).Was(200).Json.GetProperty("sums").GetProperty("returned").GetInt32(), returned => returned > 0);
    }

    public sealed class OnSqlite(SqliteStage stage) : ReportsTests(stage), IClassFixture<SqliteStage>;
}
