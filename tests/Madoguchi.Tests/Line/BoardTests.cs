using System.Text.Json.Nodes;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Line;

public abstract class BoardTests(App app)
{
    [Fact]
    public async Task The_board_tells_who_waits_who_gave_up_and_who_serves_and_nothing_of_other_desks()
    {
        var cast = await app.Cast();
        using var hana = app.As(cast.Hana);
        (await hana.Put("/api/v1/me/presence", new { state = "available" })).Was(200);
        var (left, served, serving) = (await Joined(), await Joined(), await Joined());
        var callBack = await Joined("call");
        (await left.Client.Delete($"/api/v1/tickets/{left.Ticket}")).Was(204);
        Assert.Equal(served.Ticket, (await hana.Post("/api/v1/desks/account/line/next")).Was(200)["ticketId"]);
        (await hana.Post($"/api/v1/tickets/{served.Ticket}/outcome", new { result = "served" })).Was(200);
        Assert.Equal(serving.Ticket, (await hana.Post("/api/v1/desks/account/line/next")).Was(200)["ticketId"]);

        var board = await Board(hana);
        var line = board["sum"]!;
        Assert.Equal(["account"], board["desks"]!.AsArray().Select(d => (string?)d!["desk"]));
        Assert.Equal((1, 1, 2, 1, 66, 1, 0), (Of("waiting"), Of("serving"), Of("answered"), Of("abandoned"), Of("answeredShare"), Of("callBacksDue"), Of("callBacksLate")));
        var her = board["agents"]!.AsArray().Single(a => (string?)a!["name"] == "Hana")!;
        Assert.Equal(("available", serving.CaseId), ((string?)her["state"], (string?)her["serving"]![0]!["caseId"]));

        // The supervisor sees every desk; billing sees nothing of this one, nor technical of Hana.
        Assert.Contains("billing", (await Board(app.As(cast.Sora)))["desks"]!.AsArray().Select(d => (string?)d!["desk"]));
        var elsewhere = (await app.As(cast.Mio).Get("/api/v1/board")).Was(200).Text;
        Assert.DoesNotContain("account", elsewhere, StringComparison.Ordinal);
        Assert.DoesNotContain("Hana", elsewhere, StringComparison.Ordinal);
        Assert.Equal(0, (int)(await Board(app.As(cast.Mio)))["sum"]!["answered"]!);

        // As a page: the same, with the way to the case.
        using var sora = await app.SignedIn(cast.Sora);
        var page = (await sora.Open("/desk/board")).Was(200).Text;
        Assert.Contains($"/desk/cases/{serving.CaseId}", page, StringComparison.Ordinal);
        Assert.Contains("応答 2件、放棄 1件(応答率 66%)", page, StringComparison.Ordinal);
        Assert.Contains("data-does=\"board\"", (await sora.Open("/desk/new")).Was(200).Text, StringComparison.Ordinal);
        using var mio = await app.SignedIn(cast.Mio);
        var theirs = (await mio.Open("/desk/board/now")).Was(200).Text;
        Assert.DoesNotContain("アカウント窓口", theirs, StringComparison.Ordinal);
        Assert.Contains("まだだれも順番をとっていません", theirs, StringComparison.Ordinal);
        (await callBack.Client.Delete($"/api/v1/tickets/{callBack.Ticket}")).Was(204);

        int Of(string name) => (int)line[name]!;
    }

    private static async Task<JsonNode> Board(HttpClient agent) => JsonNode.Parse((await agent.Get("/api/v1/board")).Was(200).Text)!; // was 200: a board

    private async Task<(HttpClient Client, string CaseId, string Ticket)> Joined(string by = "chat")
    {
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "順番を待ちます", desk = Cast.Account })).Was(201);
        var client = app.WithToken(made["token"]);
        return (client, made["caseId"], (await client.Post("/api/v1/desks/account/line", new { caseId = (string)made["caseId"], by, phone = by == "call" ? "03-1234-5678" : null })).Was(201)["ticketId"]);
    }

    public sealed class OnSqlite(SqliteApp app) : BoardTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : BoardTests(app), IClassFixture<PostgresApp>;
}
