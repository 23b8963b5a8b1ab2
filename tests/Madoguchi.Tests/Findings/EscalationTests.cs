using System.Text.Json;
using Madoguchi.Tests.Handovers;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Findings;

/// <summary>A question to the technical desk: asked, answered, and passed on.</summary>
public abstract class EscalationTests(App app)
{
    private const string Question = "23:41 に完了画面が出た、とのこと。登録の記録はありますか。";

    [Fact]
    public async Task The_technical_desk_reads_the_case_answers_without_taking_it_and_the_customer_hears_one_calm_line()
    {
        var stage = await Stage.Told(app);
        var asked = (await Ask(stage)).Was(201);
        Assert.Equal(Cast.Technical, asked["desk"]);

        Assert.Equal(["escalationAsked", "technicalAsked"], (await stage.Kinds(stage.Ken))[^2..]);
        Assert.Equal("technicalAsked", (await stage.Kinds(stage.Customer))[^1]);
        Assert.DoesNotContain(Question, (await stage.Customer.Get($"/api/v1/cases/{stage.CaseId}/timeline")).Text, StringComparison.Ordinal);
        Assert.Single(await stage.NoticesOf(stage.Ken, "escalationAsked"));
        (await stage.Mio.Get($"/api/v1/cases/{stage.CaseId}/escalations")).Was(404);
        (await Answer(stage.Mio, asked["escalationId"])).Was(404);
        (await Answer(stage.Hana, asked["escalationId"])).Was(403);
        Assert.EndsWith(":handover-pending", (await Ask(stage)).Was(409)["type"], StringComparison.Ordinal);

        Assert.Equal(Cast.Account, (await Answer(stage.Ken, asked["escalationId"])).Was(200)["desk"]);

        Assert.Equal(("answered", "notInLogs"), await State(stage, stage.Hana));
        Assert.Single(await stage.NoticesOf(stage.Hana, "escalationAnswered"));
        Assert.Equal("technicalAsked", (await stage.Kinds(stage.Customer))[^1]);
        Assert.Equal("answered", (await State(stage, stage.Ken)).Item1); // who has vouched for it goes on reading
        Assert.EndsWith(":escalation-answered", (await Answer(stage.Ken, asked["escalationId"])).Was(409)["type"], StringComparison.Ordinal);

        (await stage.Hana.Post($"/api/v1/cases/{stage.CaseId}/messages", new { text = "確認がとれました。" })).Was(201);
        Assert.Equal("told", (await State(stage, stage.Hana)).Item1);
        (await Ask(stage)).Was(201);
    }

    [Fact]
    public async Task What_was_taken_along_for_the_answer_comes_back_with_it()
    {
        var stage = await Stage.Told(app);
        var asked = (await Ask(stage)).Was(201);
        (await Stage.Accept(stage.Ken, asked["handoverId"])).Was(200);
        Assert.Equal(Cast.Technical, (await stage.Case(stage.Ken)).Was(200)["desk"]);
        Assert.EndsWith(":escalation-accepted", (await stage.Hana.Post($"/api/v1/escalations/{asked["escalationId"]}/withdrawal")).Was(409)["type"], StringComparison.Ordinal);

        (await Answer(stage.Ken, asked["escalationId"])).Was(200);

        Assert.Equal(Cast.Account, (await stage.Case(stage.Hana)).Was(200)["desk"]);
        Assert.Equal(["escalationAnswered", "cameBack"], (await stage.Kinds(stage.Ken))[^2..]);
        Assert.Equal("cameBack", (await stage.Kinds(stage.Customer))[^1]);
        (await stage.Ken.Post($"/api/v1/cases/{stage.CaseId}/messages", new { text = "x" })).Was(403);
    }

    [Fact]
    public async Task A_question_is_taken_back_by_who_asked_and_waits_for_nobody_then()
    {
        var stage = await Stage.Told(app);
        var asked = (await Ask(stage)).Was(201)["escalationId"];
        (await stage.Ken.Post($"/api/v1/escalations/{asked}/withdrawal")).Was(403);

        (await stage.Hana.Post($"/api/v1/escalations/{asked}/withdrawal")).Was(200);

        Assert.Equal("withdrawn", (await State(stage, stage.Hana)).Item1);
        Assert.EndsWith(":escalation-withdrawn", (await Answer(stage.Ken, asked)).Was(409)["type"], StringComparison.Ordinal);
        (await stage.Case(stage.Ken)).Was(404);
        Assert.Empty(await Answered(stage, "2020-01-01T00:00:00Z"));
    }

    [Fact]
    public async Task Without_a_desk_the_technical_one_is_asked_and_without_one_nobody()
    {
        var stage = await Stage.Told(app);
        Assert.Contains("technical", (await stage.Hana.Post($"/api/v1/cases/{stage.CaseId}/escalations", new { question = Question })).Was(422).Text, StringComparison.Ordinal);
        (await app.Admin.Patch($"/api/v1/desks/{Cast.Technical}", new { technical = true })).Was(200);

        Assert.Equal(Cast.Technical, (await stage.Hana.Post($"/api/v1/cases/{stage.CaseId}/escalations", new { question = Question })).Was(201)["desk"]);

        (await app.Admin.Patch($"/api/v1/desks/{Cast.Technical}", new { technical = false })).Was(200);
    }

    [Fact]
    public async Task A_late_answer_rings_both_desks_and_one_that_never_reached_the_customer_rings_the_supervisor()
    {
        var (late, untold, told) = (await Stage.Told(app), await Stage.Told(app), await Stage.Told(app));
        (await Ask(late, app.Clock.GetUtcNow().AddHours(2))).Was(201);
        foreach (var answered in (Stage[])[untold, told])
            (await Answer(answered.Ken, (await Ask(answered)).Was(201)["escalationId"])).Was(200);
        (await told.Hana.Post($"/api/v1/cases/{told.CaseId}/messages", new { text = "確認がとれました。" })).Was(201);

        app.Clock.Advance(TimeSpan.FromHours(49));

        Assert.Single(await late.NoticesOf(late.Ken, "escalationLate"));
        Assert.Single(await late.NoticesOf(late.Hana, "escalationLate"));
        Assert.Single(await untold.NoticesOf(untold.Sora, "escalationUntold"));
        Assert.DoesNotContain(await told.Notices(told.Sora), n => n.GetProperty("kind").ToString() == "escalationUntold");
        Assert.DoesNotContain("escalationLate", await late.Kinds(late.Customer));
        Assert.Empty(app.Faults.Seen);
    }

    [Fact]
    public async Task The_pages_ask_answer_and_remind()
    {
        var stage = await Stage.Told(app);
        using var hana = await app.SignedIn(stage.Cast.Hana);
        using var ken = await app.SignedIn(stage.Cast.Ken);
        Assert.Contains("技術窓口", (await hana.Open($"/desk/cases/{stage.CaseId}/escalation")).Was(200).Text, StringComparison.Ordinal);
        (await hana.Send($"/desk/cases/{stage.CaseId}/escalation", new { desk = Cast.Technical, question = "" })).Was(422);
        (await hana.Send($"/desk/cases/{stage.CaseId}/escalation", new { desk = Cast.Technical, question = Question, key = "k1" })).Was(302);

        Assert.Contains("技術窓口に確認をお願いしています", (await hana.Open($"/desk/cases/{stage.CaseId}")).Was(200).Text, StringComparison.Ordinal);
        var read = (await ken.Open($"/desk/cases/{stage.CaseId}")).Was(200).Text;
        Assert.Contains("アカウント窓口からの確認のお願い", read, StringComparison.Ordinal);
        var at = read[(read.IndexOf("/desk/escalations/", StringComparison.Ordinal))..].Split('"')[0];
        Assert.Contains(Question, (await ken.Open(at)).Was(200).Text, StringComparison.Ordinal);
        (await hana.Open(at)).Was(404);
        (await ken.Send(at, new { text = "記録にはありません。", verdict = "NotInLogs", key = "k2" })).Was(302);

        Assert.Contains("お客様にお伝えください", (await hana.Open($"/desk/cases/{stage.CaseId}")).Was(200).Text, StringComparison.Ordinal);
        (await stage.Hana.Post($"/api/v1/cases/{stage.CaseId}/messages", new { text = "確認がとれました。" })).Was(201);
        Assert.DoesNotContain("お客様にお伝えください", (await hana.Open($"/desk/cases/{stage.CaseId}")).Was(200).Text, StringComparison.Ordinal);
    }

    private static Task<Answer> Ask(Stage stage, DateTimeOffset? due = null) => stage.Hana.Post($"/api/v1/cases/{stage.CaseId}/escalations", new { desk = Cast.Technical, question = Question, due });

    private static Task<Answer> Answer(HttpClient by, string question) => by.Post($"/api/v1/escalations/{question}/answer", new { text = "記録にはありません。送信の失敗もありません。", verdict = "notInLogs" });

    private static async Task<(string, string?)> State(Stage stage, HttpClient by)
    {
        var newest = (await by.Get($"/api/v1/cases/{stage.CaseId}/escalations")).Was(200).Json.GetProperty("escalations")[0];
        return (newest.GetProperty("state").ToString(), newest.TryGetProperty("verdict", out var verdict) ? verdict.ToString() : null);
    }

    private static async Task<List<JsonElement>> Answered(Stage stage, string since) =>
        [.. (await stage.Timeline(stage.Hana)).Where(e => e.GetProperty("kind").ToString() == "escalationAnswered" && string.CompareOrdinal(e.GetProperty("at").ToString(), since) > 0)];

    public sealed class OnSqlite(SqliteApp app) : EscalationTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : EscalationTests(app), IClassFixture<PostgresApp>;
}
