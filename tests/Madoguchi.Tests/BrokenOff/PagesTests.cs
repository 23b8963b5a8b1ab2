using Madoguchi.BrokenOff;
using Madoguchi.Tests.Chat;
using Madoguchi.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.BrokenOff;

/// <summary>The pages of both sides as plain forms, without scripts.</summary>
public abstract class PagesTests(App app)
{
    [Fact]
    public async Task A_broken_off_case_is_listed_followed_up_and_answered_without_scripts()
    {
        var (page, id) = await Answered();
        app.Clock.Advance(TimeSpan.FromHours(25));
        await app.Services.GetRequiredService<BreakFollower>().Pass(TestContext.Current.CancellationToken);
        using var hana = await app.SignedIn((await app.Cast()).Hana);

        Assert.Contains($"row-{id}", (await hana.Open("/desk/broken-off")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("お話が途切れています", (await hana.Open($"/desk/cases/{id}")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("まだお困りでしたら", (await hana.Open($"/desk/cases/{id}/follow-up")).Was(200).Text, StringComparison.Ordinal);
        (await hana.Send($"/desk/cases/{id}/follow-up", new { text = "その後いかがですか。", key = "f1" })).Was(302);
        (await hana.Send($"/desk/cases/{id}/follow-up", new { text = "その後いかがですか。", key = "f1" })).Was(302);
        (await hana.Send($"/desk/cases/{id}/follow-up", new { text = "もう一度", key = "f2" })).Was(409);

        var text = (await page.Read()).Text;
        Assert.Contains("その後いかがですか。", text, StringComparison.Ordinal);
        Assert.Contains("まだ困っている", text, StringComparison.Ordinal);
        (await page.Send("follow-up", new() { ["answer"] = "perhaps" })).Was(422);
        (await page.Send("follow-up", new() { ["answer"] = "solvedMyself", ["how"] = "線を抜き差ししました" })).Was(303);
        (await page.Send("follow-up", new() { ["answer"] = "solvedMyself", ["how"] = "線を抜き差ししました" })).Was(303);

        Assert.Contains("ご自分で解決されたと伺いました: 線を抜き差ししました", (await page.Read()).Text, StringComparison.Ordinal);
        Assert.Contains("線を抜き差ししました", (await app.Anonymous.Get(page.Path + "/transcript")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("ご自分で解決: 線を抜き差ししました", (await hana.Open("/desk/broken-off")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_solution_on_the_table_the_middle_tap_says_yes_to_it()
    {
        var (page, id) = await Answered();
        var hana = app.As((await app.Cast()).Hana);
        (await hana.Post($"/api/v1/cases/{id}/solution", new { outcome = "入れ直し" })).Was(200);
        (await hana.Post($"/api/v1/cases/{id}/follow-up")).Was(200);

        var text = (await page.Read()).Text;
        Assert.DoesNotContain("自分で解決した", text, StringComparison.Ordinal);
        Assert.Contains($"formaction=\"{page.Path}/solution\"", text, StringComparison.Ordinal);
        (await page.Send("solution", new() { ["solved"] = "true" })).Was(303);

        Assert.DoesNotContain("いま、いかがですか", (await page.Read()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_longer_needed_is_said_as_such()
    {
        var (page, id) = await Answered();
        (await app.As((await app.Cast()).Hana).Post($"/api/v1/cases/{id}/follow-up")).Was(200);

        (await page.Send("follow-up", new() { ["answer"] = "noLongerNeeded" })).Was(303);

        var text = (await page.Read()).Text;
        Assert.Contains("この用件は終わりにしました", text, StringComparison.Ordinal);
        Assert.DoesNotContain("解決済み", text.Replace("aria-label=\"解決済み\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_empty_list_teaches_and_a_foreign_case_is_not_here()
    {
        var (_, id) = await Answered();
        using var mio = await app.SignedIn((await app.Cast()).Mio);

        Assert.Contains("途切れた用件はありません", (await mio.Open("/desk/broken-off")).Was(200).Text, StringComparison.Ordinal);
        (await mio.Open($"/desk/cases/{id}/follow-up")).Was(404);
        (await mio.Send($"/desk/cases/{id}/follow-up", new { text = "x", key = "k" })).Was(409);
    }

    private async Task<(Written Page, string Id)> Answered()
    {
        var cast = await app.Cast();
        var page = await Written.Story(app, "動きません。", Cast.Account);
        var id = await page.CaseId();
        (await app.As(cast.Hana).Post($"/api/v1/cases/{id}/messages", new { text = "いかがですか" })).Was(201);
        return (page, id);
    }

    public sealed class OnSqlite(SqliteApp app) : PagesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : PagesTests(app), IClassFixture<PostgresApp>;
}
