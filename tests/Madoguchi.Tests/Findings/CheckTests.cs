using Madoguchi.Tests.Handovers;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Findings;

/// <summary>A check that was promised is told of in time, or somebody hears that it was not.</summary>
public abstract class CheckTests(App app)
{
    [Fact]
    public async Task A_promised_check_is_read_by_the_customer_and_kept_by_the_next_word()
    {
        var stage = await Stage.Told(app);
        var at = $"/api/v1/cases/{stage.CaseId}/checks";
        (await stage.Ken.Post(at, new { what = "製品の記録" })).Was(404);
        (await stage.Hana.Post(at, new { what = " " })).Was(422);
        (await stage.Hana.Post(at, new { what = "製品の記録", by = app.Clock.GetUtcNow().AddMinutes(-1) })).Was(422);
        (await stage.Hana.Post(at, new { what = "製品の記録", by = app.Clock.GetUtcNow().AddDays(91) })).Was(422);

        var made = (await stage.Hana.Post(at, new { what = "製品の記録(23時30分から24時まで)" })).Was(201).Json;

        Assert.InRange(made.GetProperty("by").GetDateTimeOffset() - app.Clock.GetUtcNow(), TimeSpan.FromHours(3.5), TimeSpan.FromHours(4)); // the desk's own: four open hours
        Assert.Equal("checkPromised", (await stage.Kinds(stage.Customer))[^1]);
        Assert.False((await Check(stage)).GetProperty("late").GetBoolean());
        Assert.False((await Check(stage)).TryGetProperty("keptAt", out _));
        (await stage.Hana.Post($"/api/v1/cases/{stage.CaseId}/messages", new { text = "確認がとれました。" })).Was(201);
        Assert.True((await Check(stage)).TryGetProperty("keptAt", out _));

        // How long the customer waited to hear that somebody looks, and whether they heard of it.
        var report = await Patience.Until(() => stage.Hana.Get("/api/v1/reports/checks"), r => r.Was(200).Json.GetProperty("sums").GetProperty("kept").GetInt32() > 0);
        Assert.True(report.Json.GetProperty("sums").GetProperty("promised").GetInt32() > 0);
        Assert.InRange(report.Json.GetProperty("sums").GetProperty("acknowledgedP50").GetInt64(), 0, 600);
        Assert.Contains("acknowledgedP90", (await stage.Hana.Get("/api/v1/reports/checks?by=week&format=csv")).Was(200).Text, StringComparison.Ordinal);
        using var page = await app.SignedIn(stage.Cast.Hana);
        Assert.Contains("確認をお約束しました", (await page.Open("/desk/reports")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_that_was_not_kept_rings_who_is_in_charge_and_the_supervisor_once()
    {
        var (late, kept) = (await Stage.Told(app), await Stage.Told(app));
        foreach (var stage in (Stage[])[late, kept])
            (await stage.Hana.Post($"/api/v1/cases/{stage.CaseId}/checks", new { what = "製品の記録" })).Was(201);
        (await kept.Hana.Post($"/api/v1/cases/{kept.CaseId}/messages", new { text = "確認がとれました。" })).Was(201);

        app.Clock.Advance(TimeSpan.FromHours(5));

        Assert.Single(await late.NoticesOf(late.Hana, "checkLate"));
        Assert.Single(await late.NoticesOf(late.Sora, "checkLate"));
        Assert.True((await Check(late)).GetProperty("late").GetBoolean());
        Assert.Equal("checkLate", (await late.Kinds(late.Hana))[^1]);
        Assert.Equal("checkPromised", (await late.Kinds(late.Customer))[^1]);
        Assert.Empty(await kept.Notices(kept.Sora));
        Assert.Empty(app.Faults.Seen);
    }

    private static async Task<System.Text.Json.JsonElement> Check(Stage stage) => (await stage.Hana.Get($"/api/v1/cases/{stage.CaseId}/checks")).Was(200).Json.GetProperty("checks")[0];

    public sealed class OnSqlite(SqliteApp app) : CheckTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : CheckTests(app), IClassFixture<PostgresApp>;
}
