using System.Text.Json;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Reports;

public abstract class ReportRightsTests(App app)
{
    private static readonly string[] Names = ["contacts", "handovers", "asked-twice", "sent-away", "denials", "broken-off", "answer-times", "satisfaction", "waits", "checks", "remedies", "mine", "team"];

    [Fact]
    public async Task Every_report_in_the_list_can_be_read_by_all_that_the_list_says()
    {
        var cast = await app.Cast();
        var list = (await app.As(cast.Ken).Get("/api/v1/reports")).Was(200).Json.GetProperty("reports").EnumerateArray().ToList();

        Assert.Equal(Names, list.Select(r => r.GetProperty("name").GetString()));
        foreach (var report in list)
        {
            var name = report.GetProperty("name").GetString();
            foreach (var by in report.GetProperty("by").EnumerateArray().Select(b => b.GetString()))
            {
                var answer = (await app.As(cast.Sora).Get($"/api/v1/reports/{name}?by={by}")).Was(200).Json;
                Assert.Equal((name, by, "Asia/Tokyo"), (answer.GetProperty("name").GetString(), answer.GetProperty("by").GetString(), answer.GetProperty("zone").GetString()));
                (await app.As(cast.Sora).Get($"/api/v1/reports/{name}?by={by}&format=csv")).Was(200);
            }
        }
    }

    [Fact]
    public async Task Another_agents_figures_are_shown_to_no_agent()
    {
        var cast = await app.Cast();
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "つながりません", desk = Cast.Technical })).Was(201);
        (await app.As(cast.Ken).Post($"/api/v1/cases/{made["caseId"]}/messages", new { text = "確認します" })).Was(201);
        await Patience.Until(() => Sum(cast.Ken, "mine", "answer"), sum => sum > 0);

        Assert.Equal(0, await Sum(cast.Hana, "mine", "answer"));
        Assert.Equal(0, await Sum(cast.Mio, "team", "answer"));
        Assert.Equal("urn:madoguchi:problem:figures-of-others", (await app.As(cast.Hana).Get("/api/v1/reports/team?by=agent")).Was(403)["type"]);
        Assert.Contains((await app.As(cast.Sora).Get("/api/v1/reports/team?by=agent")).Was(200).Json.GetProperty("rows").EnumerateArray(), r => r.GetProperty("agent").GetString() == "Ken");
        using var browser = await app.SignedIn(cast.Hana);
        Assert.DoesNotContain("Ken", (await browser.Open("/desk/reports")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_desk_counts_nothing()
    {
        var cast = await app.Cast();
        (await app.Anonymous.Post("/api/v1/contacts", new { text = "請求が二重です", desk = Cast.Billing })).Was(201);
        await Patience.Until(() => Sum(cast.Mio, "contacts", "contacts"), sum => sum > 0);

        Assert.Equal(0, await Sum(cast.Hana, $"contacts?desk={Cast.Billing}", "contacts"));
        Assert.Equal(0, await Sum(cast.Sora, "contacts?desk=nowhere%00", "contacts"));
    }

    [Theory]
    [InlineData("nothing", 404)]
    [InlineData("contacts?from=2026-02-30", 422)]
    [InlineData("contacts?from=2026-03-02&to=2026-03-01", 422)]
    [InlineData("contacts?by=colour", 422)]
    [InlineData("contacts?format=xls", 422)]
    public async Task What_cannot_be_reported_is_refused(string what, int status)
    {
        var cast = await app.Cast();

        (await app.As(cast.Sora).Get("/api/v1/reports/" + what)).Was(status);
    }

    [Fact]
    public async Task Who_accepts_a_table_gets_one()
    {
        var cast = await app.Cast();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/reports/handovers?from=2026-11-01&to=2026-11-22") { Headers = { Accept = { new("text/csv") } } };
        var answer = await Answer.Of(await app.As(cast.Sora).SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal("text/csv; charset=utf-8", answer.Was(200).ContentHeaders.ContentType!.ToString());
        Assert.Equal("handovers-2026-11-01-2026-11-22.csv", answer.ContentHeaders.ContentDisposition!.FileName);
        Assert.StartsWith("from,to,offered", answer.Text.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cases_behind_a_figure_are_those_that_one_may_see()
    {
        var cast = await app.Cast();
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "戻される用件です", desk = Cast.Account })).Was(201);
        var offer = (await app.As(cast.Hana).Post($"/api/v1/cases/{made["caseId"]}/handovers", new { toDesk = Cast.Technical, reason = "お願いします" })).Was(201)["handoverId"];
        (await app.As(cast.Ken).Post($"/api/v1/handovers/{offer}/return", new { reason = "こちらではありません" })).Was(200);
        await Patience.Until(() => Sum(cast.Hana, "handovers", "returned"), sum => sum > 0);
        using var hana = await app.SignedIn(cast.Hana);
        using var ken = await app.SignedIn(cast.Ken);

        Assert.Contains("引き継ぎ 1件のうち 1件が戻りました", (await hana.Open("/desk/reports?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("戻される用件です", (await hana.Open("/desk/reports/handovers/cases?of=returned&lang=ja")).Was(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("戻される用件です", (await ken.Open("/desk/reports/handovers/cases?of=returned&lang=ja")).Was(200).Text, StringComparison.Ordinal);
        (await ken.Open("/desk/reports/nothing/cases?of=returned")).Was(404);
        Assert.Contains("role=\"alert\"", (await ken.Open("/desk/reports?from=gestern")).Was(200).Text, StringComparison.Ordinal);
        Assert.StartsWith("day,desk,contacts", (await hana.Open("/desk/reports/contacts.csv")).Was(200).Text.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    private async Task<long> Sum(Player who, string report, string measure) =>
        (await app.As(who).Get("/api/v1/reports/" + report)).Was(200).Json.GetProperty("sums").GetProperty(measure) is { ValueKind: JsonValueKind.Number } sum ? sum.GetInt64() : 0;

    public sealed class OnSqlite(SqliteApp app) : ReportRightsTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ReportRightsTests(app), IClassFixture<PostgresApp>;
}
