using Madoguchi.Tests.Handovers;
using Madoguchi.Tests.ProductLog;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Findings;

/// <summary>The pages, as plain forms: the first answer, the check, what came of it, and showing it.</summary>
public abstract class ConcludingTests(App app)
{
    private const string Told = "昨日の23時41分に「登録が完了しました」と表示されました。製品のページでは未登録のままです。";

    [Fact]
    public async Task From_the_first_answer_to_the_finding_that_the_customer_reads()
    {
        var stage = await Stage.Told(app, new { text = Told, desk = Cast.Account, name = "山野 花子" });
        var (at, code) = ($"/desk/cases/{stage.CaseId}", $"CODE-{Guid.NewGuid():N}");
        using var hana = await app.SignedIn(stage.Cast.Hana);
        Assert.Contains("最初のお返事を用意する", (await hana.Open(at)).Was(200).Text, StringComparison.Ordinal);
        var prepared = (await stage.Hana.Get($"/api/v1/cases/{stage.CaseId}/first-answer")).Was(200);
        Assert.Contains("23時41分", prepared["text"], StringComparison.Ordinal);
        Assert.StartsWith("山野 花子 様", prepared["text"], StringComparison.Ordinal);
        Assert.Contains("We have not checked", (await stage.Hana.Get($"/api/v1/cases/{stage.CaseId}/first-answer?lang=en")).Was(200)["text"], StringComparison.Ordinal);
        Assert.Contains("まだ確かめていません", (await hana.Open(at + "/first-answer")).Was(200).Text, StringComparison.Ordinal);
        var by = app.Clock.GetUtcNow().AddHours(13).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture); // four hours from now, in Tokyo
        (await hana.Send(at + "/first-answer", new { text = prepared["text"], what = "製品の記録", by = "2020-01-01T00:00", key = "a" })).Was(422);
        (await hana.Send(at + "/first-answer", new { text = prepared["text"], what = "製品の記録", by, key = "b" })).Was(302);
        Assert.Equal(["message", "checkPromised"], (await stage.Kinds(stage.Customer))[^2..]);
        var open = (await hana.Open(at)).Was(200).Text;
        Assert.Contains("お約束", open, StringComparison.Ordinal);
        Assert.DoesNotContain("最初のお返事を用意する", open, StringComparison.Ordinal);

        (await stage.Hana.Put($"/api/v1/customers/{stage.Number}/keys/code", new { value = code })).Was(200);
        var seen = app.Clock.GetUtcNow().AddMinutes(-29);
        (await app.Admin.TellOne(Sent.Event(code, subject: code, time: seen))).Was(200);
        var page = (await hana.Open(at + "/proof")).Was(200).Text;
        Assert.Contains("調べた結果", page, StringComparison.Ordinal);
        var log = (await stage.Hana.Get($"/api/v1/cases/{stage.CaseId}/product-log")).Was(200).Json.GetProperty("events")[0].GetProperty("eventId").ToString();
        (await hana.Send(at + "/findings", new { verdict = "Contradicted", key = "c" })).Was(422);
        (await hana.Send(at + "/findings", new { verdict = "Confirmed", events = new[] { log }, look = "yes", from = "2020-01-01T00:00:00Z", to = "2020-02-01T00:00:00Z", deadline = by, key = "d" })).Was(302);

        var card = (await hana.Open(at)).Was(200).Text;
        Assert.Contains("確認できた", card, StringComparison.Ordinal);
        Assert.Contains("権利は残っています", card, StringComparison.Ordinal);
        var finding = (await stage.Hana.Get($"/api/v1/cases/{stage.CaseId}/findings")).Was(200).Json.GetProperty("findings")[0];
        Assert.Contains("registration.completed", finding.GetProperty("text").ToString(), StringComparison.Ordinal); // written from what was ticked
        Assert.Equal(0, finding.GetProperty("query").GetProperty("count").GetInt32());
        var sheet = $"{at}/findings/{finding.GetProperty("findingId")}/showing";
        Assert.Contains("おっしゃるとおり", (await hana.Open(sheet)).Was(200).Text, StringComparison.Ordinal);
        (await hana.Send(sheet, new { text = "登録が完了していたことを、記録で確かめました。", key = "e" })).Was(302);

        Assert.Contains("お客様にお見せしました", (await hana.Open(at)).Was(200).Text, StringComparison.Ordinal);
        Assert.Equal("findingShown", (await stage.Kinds(stage.Customer))[^1]);
        (await hana.Open(at.Replace(stage.CaseId, Guid.NewGuid().ToString(), StringComparison.Ordinal) + "/first-answer")).Was(404);
    }

    public sealed class OnSqlite(SqliteApp app) : ConcludingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ConcludingTests(app), IClassFixture<PostgresApp>;
}
