using System.Text.Json;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Line;

/// <summary>The wait as customers are told it, over HTTP.</summary>
public abstract class WaitToldTests(App app)
{
    [Fact]
    public async Task Once_some_were_served_the_wait_is_told_as_a_range_and_kept_as_it_was_shown()
    {
        var cast = await app.Cast();
        using var hana = app.As(cast.Hana);
        var (first, _) = await Join();
        Assert.Equal(JsonValueKind.Null, first.Json.GetProperty("wait").ValueKind);
        for (var i = 0; i < 6; i++)
        {
            if (i > 0)
                await Join();
            var turn = (await hana.Post("/api/v1/desks/account/line/next")).Was(200);
            app.Clock.Advance(TimeSpan.FromSeconds(240 + 20 * i));
            (await hana.Post($"/api/v1/tickets/{turn["ticketId"]}/outcome", new { result = "served" })).Was(200);
        }

        (await hana.Post("/api/v1/desks/account/line/next")).Was(204);
        var (front, _) = await Join();
        var (second, customer) = await Join();

        Assert.InRange(High(front), 0, 300);
        Assert.InRange(Low(second), 0, 400);
        Assert.InRange(High(second), 240, 2_000);
        var turned = (await hana.Post("/api/v1/desks/account/line/next")).Was(200);
        Assert.Equal(front["ticketId"], turned["ticketId"]);
        app.Clock.Advance(TimeSpan.FromSeconds(200));
        var later = (await customer.Get($"/api/v1/tickets/{second["ticketId"]}")).Was(200);
        Assert.Equal("1", later["position"]);
        Assert.InRange(High(later), 0, High(second));
        Assert.Equal(second["ticketId"], (await hana.Post("/api/v1/desks/account/line/next")).Was(200)["ticketId"]);
        var report = (await hana.Get("/api/v1/reports/waits")).Was(200).Json;
        var sums = report.GetProperty("sums");
        Assert.Equal((8, 8, 3), (sums.GetProperty("joined").GetInt32(), sums.GetProperty("called").GetInt32(), sums.GetProperty("shown").GetInt32()));
        Assert.Equal(3, sums.GetProperty("inside").GetInt32() + sums.GetProperty("shorter").GetInt32() + sums.GetProperty("longer").GetInt32());
        Assert.Equal("account", report.GetProperty("rows")[0].GetProperty("desk").GetString());
        Assert.StartsWith("week,joined,called,shown,inside", (await hana.Get("/api/v1/reports/waits?by=week&format=csv")).Was(200).Text, StringComparison.Ordinal);
        using var browser = await app.SignedIn(cast.Hana);
        Assert.Contains("3 who were shown a wait", (await browser.Open("/desk/reports?lang=en")).Was(200).Text, StringComparison.Ordinal);
        var entries = (await hana.Get($"/api/v1/cases/{second["caseId"]}/timeline")).Was(200);
        Assert.Contains($"\"low\":{Low(second)},\"high\":{High(second)}", entries.Text, StringComparison.Ordinal);
    }

    private static int Low(Answer ticket) => ticket.Json.GetProperty("wait").GetProperty("low").GetInt32();

    private static int High(Answer ticket) => ticket.Json.GetProperty("wait").GetProperty("high").GetInt32();

    private async Task<(Answer Ticket, HttpClient Customer)> Join()
    {
        var contact = (await app.Anonymous.Post("/api/v1/contacts", new { text = "動きません", desk = Cast.Account })).Was(201);
        var customer = app.WithToken(contact["token"]);
        return ((await customer.Post("/api/v1/desks/account/line", new { caseId = contact["caseId"], by = "chat" })).Was(201), customer);
    }

    public sealed class OnSqlite(SqliteApp app) : WaitToldTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : WaitToldTests(app), IClassFixture<PostgresApp>;
}
