using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Remedies;

/// <summary>The pages as plain forms, without scripts.</summary>
public abstract class PagesTests(App app)
{
    [Fact]
    public async Task Granted_from_the_case_reckoned_from_the_days_approved_on_one_page_and_counted()
    {
        var cast = await app.Cast();
        var theCase = await Opened.At(app, Cast.Account);
        using var hana = await app.SignedIn(cast.Hana);
        using var sora = await app.SignedIn(cast.Sora);
        var sheet = (await hana.Open($"/desk/cases/{theCase.Id}/remedy")).Was(200).Text;
        Assert.Contains("5,000円までは、すぐにお渡しできます", sheet, StringComparison.Ordinal);

        (await hana.Send($"/desk/cases/{theCase.Id}/remedy", new { remedy = "fee", amount = "たくさん", reason = "x", key = "k1" })).Was(422);
        (await hana.Send($"/desk/cases/{theCase.Id}/remedy", new { remedy = "reward", amount = "", reason = "締切の前に始まっていた", key = "k2" })).Was(302);
        (await hana.Send($"/desk/cases/{theCase.Id}/remedy", new { remedy = "fee", amount = "", days = "30", daily = "３３３.４", reason = "ひと月", key = "k3" })).Was(302);

        var page = (await hana.Open($"/desk/cases/{theCase.Id}")).Was(200).Text;
        Assert.Contains("使えなかった日数分の料金 10,002円", page, StringComparison.Ordinal);
        Assert.Contains("承認待ち", page, StringComparison.Ordinal);
        var waiting = (await app.As(cast.Sora).Get(theCase.Path + "/remedies")).Was(200).Json.GetProperty("remedies").EnumerateArray().Single(g => g.Text("state") == "waiting").Text("remedyId");
        Assert.Contains("ひと月", (await sora.Open("/desk/approvals")).Was(200).Text, StringComparison.Ordinal);
        (await hana.Send($"/desk/remedies/{waiting}/approval", new { approve = "true", key = "k4" })).Was(409);
        (await sora.Send($"/desk/remedies/{waiting}/approval", new { approve = "false", words = "", key = "k5" })).Was(422);
        (await sora.Send($"/desk/remedies/{waiting}/approval", new { approve = "true", key = "k6" })).Was(302);

        Assert.Contains("お渡し済み・Sora", (await hana.Open($"/desk/cases/{theCase.Id}")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("使えなかった日数分の料金 10,002円", (await app.Anonymous.Get($"/c/{theCase.Token}")).Was(200).Text, StringComparison.Ordinal);
        var report = (await app.As(cast.Sora).Get("/api/v1/reports/remedies")).Was(200).Json.GetProperty("rows").EnumerateArray().Single(r => r.Text("remedy") == "fee");
        Assert.Equal((1, 1, 10_002), (report.GetProperty("granted").GetInt32(), report.GetProperty("seconded").GetInt32(), report.GetProperty("sum").GetInt32()));
        Assert.Contains("もう一人が承認", (await sora.Open("/desk/reports")).Was(200).Text, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteApp app) : PagesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : PagesTests(app), IClassFixture<PostgresApp>;
}
