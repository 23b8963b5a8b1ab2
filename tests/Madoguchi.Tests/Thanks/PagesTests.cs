using Madoguchi.Tests.Chat;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Thanks;

/// <summary>The pages of both sides as plain forms, without scripts.</summary>
public abstract class PagesTests(App app)
{
    [Fact]
    public async Task One_tap_then_words_and_names_and_the_team_reads_them()
    {
        var (page, _) = await Solved();
        var hana = (await app.Cast()).Hana;
        Assert.Contains("今回の対応は、いかがでしたか", (await page.Read()).Text, StringComparison.Ordinal);

        (await page.Send("thanks", new() { ["tap"] = "4" })).Was(303);
        var text = (await page.Read()).Text;
        Assert.Contains("「良かった」と承りました", text, StringComparison.Ordinal);
        Assert.DoesNotContain("いかがでしたか", text, StringComparison.Ordinal);
        (await page.Send("thanks", new() { ["score"] = "4", ["text"] = "落ち着いて<b>付き合って</b>くれました", ["agents"] = hana.AgentId })).Was(303);
        (await page.Send("thanks", new() { ["tap"] = "5" })).Was(303); // of a tab that knows nothing of the words

        using var team = await app.SignedIn(hana);
        var read = (await team.Open("/desk/thanks")).Was(200).Text;
        Assert.Contains("落ち着いて&lt;b&gt;付き合って&lt;/b&gt;くれました", read, StringComparison.Ordinal);
        Assert.DoesNotContain("とても良かった", read, StringComparison.Ordinal);
        Assert.Contains("とても良かった", (await app.Anonymous.Get(page.Path + "/transcript")).Was(200).Text, StringComparison.Ordinal);
        (await page.Send("thanks", new() { ["withdraw"] = "true" })).Was(303);
        Assert.DoesNotContain("付き合って", (await team.Open("/desk/thanks")).Was(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("付き合って", (await page.Read()).Text, StringComparison.Ordinal);
        (await page.Send("thanks", new() { ["tap"] = "9" })).Was(422);
    }

    [Fact]
    public async Task Who_would_rather_not_say_is_not_asked_again()
    {
        var (page, _) = await Solved();

        (await page.Send("thanks", new() { ["decline"] = "true" })).Was(303);

        Assert.DoesNotContain("class=\"thanks\"", (await page.Read()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_sees_who_was_not_content_and_settles_it()
    {
        var (page, id) = await Solved();
        (await page.Send("thanks", new() { ["tap"] = "1", ["text"] = "二度も同じことを聞かれました" })).Was(303);
        var cast = await app.Cast();
        using var hana = await app.SignedIn(cast.Hana);
        using var sora = await app.SignedIn(cast.Sora);

        Assert.DoesNotContain("気がかり", (await hana.Open("/desk/thanks")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("二度も同じことを聞かれました", (await sora.Open("/desk/thanks")).Was(200).Text, StringComparison.Ordinal);
        (await sora.Send($"/desk/cases/{id}/concern/settlement", new { cameOfIt = "おわびの電話", key = "c1" })).Was(302);
        (await hana.Send($"/desk/cases/{id}/concern/settlement", new { cameOfIt = "わたしが", key = "c1" })).Was(409);

        Assert.Contains("おわびの電話", (await sora.Open("/desk/thanks")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("低い評価への対応を終えました: おわびの電話", (await sora.Open($"/desk/cases/{id}")).Was(200).Text, StringComparison.Ordinal);
    }

    private async Task<(Written Page, string Id)> Solved()
    {
        var hana = app.As((await app.Cast()).Hana);
        var page = await Written.Story(app, "アプリを開くと404と出ます。", Cast.Account);
        var id = await page.CaseId();
        (await hana.Post($"/api/v1/cases/{id}/solution", new { outcome = "入れ直しました" })).Was(200);
        (await page.Send("solution", new() { ["solved"] = "true" })).Was(303);
        return (page, id);
    }

    public sealed class OnSqlite(SqliteApp app) : PagesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : PagesTests(app), IClassFixture<PostgresApp>;
}
