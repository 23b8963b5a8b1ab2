using System.Text.RegularExpressions;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Incidents;

/// <summary>Incidents by plain forms, without scripts.</summary>
public abstract partial class IncidentPagesTests(App app)
{
    [Fact]
    public async Task An_incident_is_declared_from_a_case_and_stands_wherever_agents_look()
    {
        var (cast, error) = (await app.Cast(), Marked.NewError());
        var (seen, likely) = (await Marked.Case(app, error, "router"), await Marked.Case(app, error, "modem"));
        using var hana = await app.SignedIn(cast.Hana);

        var gone = (await hana.Send($"/desk/incidents/proposals/{Guid.NewGuid()}/dismissal")).Was(302).Headers.Location!.ToString();
        Assert.Contains("もう障害になったか、終わっています", (await hana.Open(gone)).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("wrong=title", (await hana.Send($"/desk/incidents/proposals/{Guid.NewGuid()}/declaration", new { title = " " })).Was(302).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains($"/desk/incidents/new?case={seen.Id}", (await hana.Open($"/desk/cases/{seen.Id}")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{error}\"", (await hana.Open($"/desk/incidents/new?case={seen.Id}")).Was(200).Text, StringComparison.Ordinal);
        (await hana.Send("/desk/incidents/new", new { title = " ", severity = "critical" })).Was(422);
        var declared = (await hana.Send("/desk/incidents/new", new { title = "つながらない <件>", severity = "critical", product = "router", errorText = error, wordsJa = "いま調べています。", @case = seen.Id, lead = cast.Hana.AgentId, since = "6" })).Was(302);
        var page = declared.Headers.Location!.ToString();
        var shown = (await hana.Open(page)).Was(200).Text;
        Assert.All(["つながらない &lt;件&gt;", "重大", "Hana", "いま調べています。", $"/desk/cases/{seen.Id}"], words => Assert.Contains(words, shown, StringComparison.Ordinal));
        Assert.Contains("data-canned=\"いま調べています。\"", (await hana.Open($"/desk/cases/{seen.Id}")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("class=\"burning\"", (await hana.Open("/desk/new")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("つながらない", (await hana.Open("/desk/calls/new")).Was(200).Text, StringComparison.Ordinal);

        Assert.Contains("障害かもしれません", (await hana.Open($"/desk/cases/{likely.Id}")).Was(200).Text, StringComparison.Ordinal);
        (await hana.Send($"{page}/cases", new { caseId = $"https://desk.example/desk/cases/{likely.Id}?in=mine" })).Was(302);
        (await hana.Send($"{page}/cases/{seen.Id}/removal")).Was(302);
        Assert.Equal([likely.Id], await Marked.Cases(app, page.Split('/')[^1]));
        (await hana.Send($"{page}/change", new { title = "直った名前", severity = "minor", product = "", errorText = error })).Was(302);
        var changed = (await hana.Open(page + "?lang=en")).Was(200).Text;
        Assert.All(["直った名前", "Minor", "severity"], words => Assert.Contains(words, changed, StringComparison.Ordinal));
        (await hana.Send($"{page}/change", new { title = "" })).Was(422);
        (await hana.Open($"/desk/incidents/{Guid.NewGuid()}")).Was(404);
        (await hana.Send("/desk/maintenances", new { titleJa = "点検", from = "2030-01-01T02:00", to = "2030-01-01T01:00" })).Was(422);
        (await hana.Send("/desk/maintenances", new { titleJa = "年明けの点検", from = "2030-01-01T02:00", to = "2030-01-01T04:00" })).Was(302);
        var list = (await hana.Open("/desk/incidents")).Was(200).Text;
        Assert.Contains("2029-12-31T17:00:00Z", list, StringComparison.Ordinal); // two in the morning, in Tokyo
        var planned = $"/desk/maintenances/{Cancels().Match(list).Groups[1].Value}";
        (await hana.Send(planned, new { titleJa = "年明けの点検", from = "2030-01-02T02:00", to = "2030-01-02T03:00" })).Was(302);
        Assert.Contains("元に戻す", (await hana.Open("/desk/incidents")).Was(200).Text, StringComparison.Ordinal);
        (await hana.Send(planned, new { titleJa = "", from = "2030-01-02T02:00", to = "2030-01-02T03:00" })).Was(422);
        (await hana.Send(planned + "/end")).Was(422);
        (await hana.Send(planned + "/cancellation")).Was(302);
        (await hana.Send(planned + "/restoration")).Was(302);

        var twin = (await app.As(cast.Hana).Post("/api/v1/incidents", new { title = "同じこと" })).Was(201)["incidentId"];
        Assert.Contains(twin, (await hana.Open(page)).Was(200).Text, StringComparison.Ordinal);
        Assert.EndsWith(page, (await hana.Send($"/desk/incidents/{twin}/merging", new { into = page.Split('/')[^1] })).Was(302).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("次の障害にまとめました", (await hana.Open($"/desk/incidents/{twin}")).Was(200).Text, StringComparison.Ordinal);
        (await hana.Send($"/desk/incidents/{twin}/merging", new { into = "" })).Was(422);
        (await hana.Send($"/desk/incidents/{twin}/apart")).Was(302);
    }

    [Fact]
    public async Task Who_comes_is_told_before_they_write_and_may_ask_to_be_told_by_one_tap()
    {
        await app.Cast();
        var error = Marked.NewError();
        var id = (await app.Admin.Post("/api/v1/incidents", new { title = "内輪", publicTitle = new { ja = "つながりにくい", en = "Hard to reach" }, errorText = error })).Was(201)["incidentId"];
        (await app.Admin.Post("/api/v1/maintenances", new { title = new { ja = "今夜の点検", en = "Checks tonight" }, from = app.Clock.GetUtcNow().AddHours(3), to = app.Clock.GetUtcNow().AddHours(4) })).Was(201);

        var page = (await app.Anonymous.Get($"/contact?lang=ja&desk={Cast.Account}")).Was(200).Text;
        Assert.All(["つながりにくい", "今夜の点検", "直ったら知らせてほしい"], words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.DoesNotContain("内輪", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-fits=\"true\"", page, StringComparison.Ordinal);
        Assert.Contains("data-fits=\"true\"", (await app.Anonymous.Get($"/contact?lang=en&desk={Cast.Account}&errorText={Uri.EscapeDataString(error)}")).Was(200).Text, StringComparison.Ordinal);
        var sent = (await Chat.Written.Post(app.Anonymous, "/contact?lang=ja", new() { ["key"] = Guid.NewGuid().ToString(), ["incident"] = id, ["desk"] = Cast.Account })).Was(303);
        Assert.Single(await Marked.Cases(app, id));
        var mine = (await app.Anonymous.Get(sent.Headers.Location!.ToString())).Was(200).Text;
        Assert.Contains("つながりにくい", mine, StringComparison.Ordinal);
        Assert.Contains("つながりにくい", (await app.Anonymous.Get(sent.Headers.Location!.ToString() + "/ticket")).Was(200).Text, StringComparison.Ordinal);

        // While they write; and who has a case already.
        Assert.Contains($"data-incident=\"{id}\"", (await Chat.Written.Post(app.Anonymous, "/contact/known?lang=ja", new() { ["text"] = $"何をしても「{error}」と出ます" })).Was(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("data-incident", (await Chat.Written.Post(app.Anonymous, "/contact/known?lang=ja", new() { ["text"] = "請求書をください" })).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("それでも書く", (await Chat.Written.Post(app.Anonymous, "/contact/look?lang=ja", new() { ["text"] = $"「{error}」と出ます", ["key"] = "k" })).Was(200).Text, StringComparison.Ordinal);
        var told = (await Chat.Written.Post(app.Anonymous, "/contact?lang=ja", new() { ["key"] = Guid.NewGuid().ToString(), ["text"] = "書きかけの話", ["incident"] = id, ["tell"] = "yamano@example.test" })).Was(303).Headers.Location!.ToString();
        Assert.Contains("書きかけの話", (await app.Anonymous.Get(told)).Was(200).Text, StringComparison.Ordinal);
        var other = await Cases.Opened.At(app, Cast.Account);
        foreach (var _ in new[] { 1, 2 })
            (await Chat.Written.Post(app.Anonymous, $"/c/{other.Token}/incident", new() { ["incident"] = id, ["to"] = "ticket" })).Was(303);
        Assert.Equal(3, (await Marked.Cases(app, id)).Length);
        Assert.Contains("ご連絡先にお知らせします", (await app.Anonymous.Get($"/c/{other.Token}/ticket")).Was(200).Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("/desk/maintenances/([0-9a-f-]{36})/cancellation")]
    private static partial Regex Cancels();

    public sealed class OnSqlite(SqliteApp app) : IncidentPagesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : IncidentPagesTests(app), IClassFixture<PostgresApp>;
}
