using Madoguchi.Tests.Handovers;
using Madoguchi.Tests.ProductLog;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Findings;

/// <summary>Somebody looks, and what comes of it stands on the record with its ground.</summary>
public abstract class FindingTests(App app)
{
    private static readonly DateTimeOffset Completed = new(2026, 11, 21, 14, 41, 7, TimeSpan.Zero);
    private static readonly object Evening = new { from = "2026-11-21T14:30:00Z", to = "2026-11-21T15:00:00Z" };

    [Fact]
    public async Task It_rests_on_the_events_cited_and_on_what_the_server_found_itself()
    {
        var (stage, id) = await Registered();
        var (at, notes) = ($"/api/v1/cases/{stage.CaseId}/findings", "完了の記録あり。連携の記録なし。");

        var made = (await stage.Hana.Post(at, new { verdict = "confirmed", text = notes, events = new object[] { id, new { source = "shop", id } }, query = Evening, deadline = "2026-11-21T15:00:00Z" })).Was(201).Json;

        Assert.Equal(1, made.GetProperty("count").GetInt32());
        Assert.True(made.GetProperty("right").GetProperty("kept").GetBoolean());
        var found = Assert.Single((await stage.Hana.Get(at)).Was(200).Json.GetProperty("findings").EnumerateArray());
        Assert.Equal((notes, 1), (found.GetProperty("text").ToString(), found.GetProperty("events").GetArrayLength()));
        Assert.Equal(Completed, found.GetProperty("right").GetProperty("began").GetDateTimeOffset());
        Assert.Equal($"code: {id}", found.GetProperty("query").GetProperty("keys")[0].ToString());
        Assert.DoesNotContain("findingMade", await stage.Kinds(stage.Customer));
        var entry = (await stage.Timeline(stage.Hana))[^1];
        Assert.Equal(("findingMade", "confirmed"), (entry.GetProperty("kind").ToString(), entry.GetProperty("body").GetProperty("verdict").ToString()));
    }

    [Fact]
    public async Task What_is_cited_must_be_there_and_this_customers_own()
    {
        var (stage, id) = await Registered();
        var (other, foreign) = await Registered();
        var at = $"/api/v1/cases/{stage.CaseId}/findings";
        Assert.Contains("nothing", (await stage.Hana.Post(at, new { verdict = "confirmed", text = "x" })).Was(422).Text, StringComparison.Ordinal);
        Assert.Contains("\"/events/1\"", (await stage.Hana.Post(at, new { verdict = "confirmed", text = "x", events = new[] { id, foreign } })).Was(422).Text, StringComparison.Ordinal);
        (await stage.Hana.Post(at, new { verdict = "confirmed", text = "x", events = new object[] { new { source = "another", id } } })).Was(422);
        Assert.Contains("\"/evidence/0\"", (await stage.Hana.Post(at, new { verdict = "confirmed", text = "x", evidence = new[] { Guid.NewGuid() } })).Was(422).Text, StringComparison.Ordinal);
        (await stage.Hana.Post(at, new { verdict = "confirmed", text = "x", query = Evening, deadline = "2026-11-21T15:00:00Z" })).Was(422);
        (await stage.Hana.Post(at, new { verdict = "notInLogs", text = "x", query = new { from = "2026-11-22T00:00:00Z", to = "2026-11-21T00:00:00Z" } })).Was(422);
        (await stage.Ken.Post(at, new { verdict = "confirmed", text = "x", events = new[] { id } })).Was(404);

        // Two products may use one id: then the source is needed.
        await Told("other-shop", id, id);
        Assert.Contains("source", (await stage.Hana.Post(at, new { verdict = "confirmed", text = "x", events = new[] { id } })).Was(422).Text, StringComparison.Ordinal);
        var ours = (await stage.Hana.Get($"/api/v1/cases/{stage.CaseId}/product-log?from=2026-11-21T14:00:00Z&to=2026-11-21T16:00:00Z")).Was(200).Json.GetProperty("events")[0].GetProperty("eventId").ToString();
        (await stage.Hana.Post(at, new { verdict = "confirmed", text = "x", events = new[] { ours } })).Was(201);
        Assert.Empty((await other.Hana.Get($"/api/v1/cases/{other.CaseId}/findings")).Was(200).Json.GetProperty("findings").EnumerateArray());
    }

    [Fact]
    public async Task A_look_says_for_whom_it_looked_and_the_technical_desk_may_look_while_it_is_asked()
    {
        var stage = await Stage.Told(app);
        var at = $"/api/v1/cases/{stage.CaseId}/findings";
        (await stage.Hana.Post(at, new { verdict = "contradicted", text = "記録がありません", query = Evening })).Was(201);
        Assert.Empty((await stage.Hana.Get(at)).Was(200).Json.GetProperty("findings")[0].GetProperty("query").GetProperty("keys").EnumerateArray());
        (await stage.Hana.Put($"/api/v1/customers/{stage.Number}/keys/code", new { value = $"NONE-{stage.Number}" })).Was(200);
        var question = (await stage.Hana.Post($"/api/v1/cases/{stage.CaseId}/escalations", new { desk = Cast.Technical, question = "?" })).Was(201)["escalationId"];

        Assert.Equal(0, (await stage.Ken.Post(at, new { verdict = "notInLogs", text = "見当たりません", query = Evening })).Was(201).Json.GetProperty("count").GetInt32());

        (await stage.Ken.Post($"/api/v1/escalations/{question}/answer", new { text = "ありません" })).Was(200);
        (await stage.Ken.Post(at, new { verdict = "notInLogs", text = "x", query = Evening })).Was(403);
    }

    [Fact]
    public async Task The_customer_is_shown_it_once_in_words_for_people_and_a_promise_is_kept_by_it()
    {
        var (stage, id) = await Registered();
        var at = $"/api/v1/cases/{stage.CaseId}/findings";
        (await stage.Hana.Post($"/api/v1/cases/{stage.CaseId}/checks", new { what = "製品の記録" })).Was(201);
        var plain = (await stage.Hana.Post(at, new { verdict = "confirmed", text = "社内のメモ", events = new[] { id }, deadline = "2026-11-21T15:00:00Z" })).Was(201)["findingId"];
        var own = (await stage.Hana.Post(at, new { verdict = "confirmed", text = "社内のメモ", events = new[] { id } })).Was(201)["findingId"];
        (await stage.Ken.Post($"{at}/{plain}/showing", new { })).Was(404);
        // What says no is read like every reply: silent records do not bear it where something is said to have happened.
        (await stage.Customer.Post($"/api/v1/cases/{stage.CaseId}/messages", new { text = "登録完了と表示されたのに、特典がありません。" })).Was(201);
        var silent = (await stage.Hana.Post(at, new { verdict = "contradicted", text = "x", query = new { from = "2020-01-01T00:00:00Z", to = "2020-01-02T00:00:00Z" } })).Was(201)["findingId"];
        Assert.EndsWith(":finding-needed", (await stage.Hana.Post($"{at}/{silent}/showing", new { text = "登録がない以上、特典はお渡しできません。" })).Was(409)["type"], StringComparison.Ordinal);

        (await stage.Hana.Post($"{at}/{plain}/showing", new { })).Was(201);
        (await stage.Hana.Post($"{at}/{own}/showing", new { text = "完了していたことを確認しました。" })).Was(201);

        Assert.EndsWith(":finding-shown", (await stage.Hana.Post($"{at}/{own}/showing", new { })).Was(409)["type"], StringComparison.Ordinal);
        var shown = (await stage.Timeline(stage.Customer)).Where(e => e.GetProperty("kind").ToString() == "findingShown").Select(e => e.GetProperty("body")).ToList();
        Assert.Equal(2, shown.Count);
        Assert.Contains("23:41:07", shown[0].GetProperty("text").ToString(), StringComparison.Ordinal);
        Assert.True(shown[0].GetProperty("right").GetProperty("kept").GetBoolean());
        Assert.Equal("完了していたことを確認しました。", shown[1].GetProperty("text").ToString());
        Assert.True((await stage.Hana.Get($"/api/v1/cases/{stage.CaseId}/checks")).Json.GetProperty("checks")[0].TryGetProperty("keptAt", out _));
        Assert.DoesNotContain("社内のメモ", (await stage.Customer.Get($"/api/v1/cases/{stage.CaseId}/timeline")).Text, StringComparison.Ordinal);
        Assert.Equal("waitingForCustomer", (await stage.Case(stage.Hana)).Was(200)["status"]);
    }

    // A customer whose product says that the registration was completed at 23:41:07.
    private async Task<(Stage Stage, string Event)> Registered()
    {
        var stage = await Stage.Told(app);
        var code = $"CODE-{Guid.NewGuid():N}";
        (await stage.Hana.Put($"/api/v1/customers/{stage.Number}/keys/code", new { value = code })).Was(200);
        await Told("shop", code, code);
        return (stage, code);
    }

    private async Task Told(string source, string id, string subject) =>
        (await app.Admin.TellOne(Sent.Event(id, subject: subject, time: Completed, source: source))).Was(200);

    public sealed class OnSqlite(SqliteApp app) : FindingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : FindingTests(app), IClassFixture<PostgresApp>;
}
