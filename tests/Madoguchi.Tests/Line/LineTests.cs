using System.Net;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Line;

public abstract class LineTests(App app)
{
    [Fact]
    public async Task First_come_first_served_and_who_was_away_is_back_at_the_front()
    {
        var cast = await app.Cast();
        using var hana = app.As(cast.Hana);
        var (first, second, third) = (await Customer(), await Customer(), await Customer());
        Assert.Equal(["1", "2", "3"], [await Join(first), await Join(second), await Join(third)]);

        var turn = (await Next(hana)).Was(200);
        Assert.Equal((first.CaseId, "chat"), (turn["caseId"], turn["by"]));
        Assert.Equal("held", (await hana.Post($"/api/v1/tickets/{turn["ticketId"]}/outcome", new { result = "away" })).Was(200)["state"]);
        Assert.Equal("1", await Position(second));

        Assert.Equal("1", await Join(first)); // back
        Assert.Equal("2", await Position(second));
        Assert.Equal([first.CaseId, second.CaseId, third.CaseId], [(await Next(hana))["caseId"], (await Next(hana))["caseId"], (await Next(hana))["caseId"]]);
        (await Next(hana)).Was(204);
    }

    [Fact]
    public async Task A_call_back_gives_the_number_and_is_tried_again_after_a_pause()
    {
        var cast = await app.Cast();
        using var hana = app.As(cast.Hana);
        var caller = await Customer();
        (await caller.Client.Post("/api/v1/desks/account/line", new { caseId = caller.CaseId, by = "call" })).Was(422);
        (await caller.Client.Post("/api/v1/desks/account/line", new { caseId = caller.CaseId, by = "call", phone = "03-1234-5678" })).Was(201);

        var turn = (await Next(hana)).Was(200);
        Assert.Equal("+81312345678", turn["phone"]);
        (await hana.Post($"/api/v1/tickets/{turn["ticketId"]}/outcome", new { result = "noAnswer" })).Was(200);
        (await Next(hana)).Was(204);
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(turn["ticketId"], (await Next(hana)).Was(200)["ticketId"]);
        Assert.Equal("served", (await hana.Post($"/api/v1/tickets/{turn["ticketId"]}/outcome", new { result = "served" })).Was(200)["state"]);
    }

    [Fact]
    public async Task Leaving_is_one_act_and_the_same_case_may_join_anew()
    {
        var customer = await Customer();
        await Join(customer);
        var ticket = customer.Ticket;
        (await customer.Client.Delete($"/api/v1/tickets/{ticket}")).Was(204);
        (await customer.Client.Delete($"/api/v1/tickets/{ticket}")).Was(204);
        Assert.Equal("left", (await customer.Client.Get($"/api/v1/tickets/{ticket}")).Was(200)["state"]);

        await Join(customer);

        Assert.NotEqual(ticket, customer.Ticket);
        (await customer.Client.Delete($"/api/v1/tickets/{customer.Ticket}")).Was(204);
    }

    [Fact]
    public async Task Two_who_press_next_at_once_get_two_customers()
    {
        var cast = await app.Cast();
        using var hana = app.As(cast.Hana);
        using var other = app.As(cast.Sora);
        for (var i = 0; i < 20; i++)
            await Join(await Customer());

        var turns = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Next(i % 2 == 0 ? hana : other)));

        Assert.Equal(20, turns.Where(t => t.Status is HttpStatusCode.OK).Select(t => t["ticketId"]).Distinct().Count());
        Assert.Equal(4, turns.Count(t => t.Status is HttpStatusCode.NoContent));
    }

    private static Task<Answer> Next(HttpClient agent) => agent.Post("/api/v1/desks/account/line/next");

    private static async Task<string> Position(Waiting customer) => (await customer.Client.Get($"/api/v1/tickets/{customer.Ticket}")).Was(200)["position"];

    private static async Task<string> Join(Waiting customer)
    {
        var ticket = (await customer.Client.Post("/api/v1/desks/account/line", new { caseId = customer.CaseId, by = "chat" })).Was(201);
        customer.Ticket = ticket["ticketId"];
        return ticket["position"];
    }

    private async Task<Waiting> Customer()
    {
        await app.Cast();
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "順番を待ちます", desk = Cast.Account })).Was(201);
        return new(app.WithToken(made["token"]), made["caseId"]);
    }

    private sealed record Waiting(HttpClient Client, string CaseId)
    {
        public string Ticket { get; set; } = "";
    }

    public sealed class OnSqlite(SqliteApp app) : LineTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : LineTests(app), IClassFixture<PostgresApp>;
}
