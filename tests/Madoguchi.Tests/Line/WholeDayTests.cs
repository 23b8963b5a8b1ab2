using System.Net;
using Madoguchi.Line;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Line;

/// <summary>The whole of it against the real server: two hundred arrivals, three agents, two SIGKILLs.</summary>
public abstract class WholeDayTests(On on, ITestOutputHelper output) : IDisposable
{
    private const int Seed = 1;
    private const int Before = 60;
    private const int Regulars = 20;
    private const int Fates = 100;
    private static readonly string[] Japanese = ["ja"];
    private static readonly string[] Desks = ["account"];
    private static readonly string[] Names = ["Hana", "Ken", "Sora"];
    private static readonly object Weekday = new[] { new { from = "9:00", to = "12:00" }, new { from = "13:00", to = "18:00" } };

    private readonly Dictionary<int, (HttpClient Client, string TicketId)> joined = [];
    private readonly Dictionary<int, WaitRange> shown = [];
    private readonly Dictionary<int, Answer> cases = [];
    private readonly List<HttpClient> agents = [];
    private readonly SocketsHttpHandler wire = new();

    [Fact]
    public async Task Two_hundred_for_three_agents_and_two_kills_lose_no_place_and_the_waits_shown_are_true()
    {
        var day = new SimulatedDay(Seed, Before, Fates);
        using var clock = GivenClock.New(SimulatedDay.Moment(8 * SimulatedLine.Hour), out var settings);
        await using var database = await Database.New(on);
        await using var app = await AppProcess.Start(database, settings);
        await Furnish(app);
        var today = day.Events.FindIndex(e => e.At > SimulatedLine.Day);
        int[] kills = [today + 90, today + 350];

        foreach (var (index, one) in day.Events.Index())
        {
            clock.MoveTo(SimulatedDay.Moment(one.At));
            if (index == 0 || index == today)
                foreach (var agent in agents)
                    (await agent.Put("/api/v1/me/presence", new { state = "available" })).Was(200);
            var act = Happen(app, one);
            if (kills.Contains(index))
            {
                await app.Kill();
                await app.Begin();
                await act;
                await NoPlaceIsLost(day, index);
            }

            await act;
        }

        foreach (var agent in agents)
            (await agent.Post("/api/v1/desks/account/line/next")).Was(204);
        Assert.Equal(Before + SimulatedDay.Arrivals, joined.Count);
        var (inside, width, spread) = day.Judge(shown);
        output.WriteLine($"{on}: {shown.Count} of {SimulatedDay.Arrivals} were told a wait, {inside:P1} inside, median width {width:F0} s, true spread {spread:F0} s, {width / spread:F2} times");
        Assert.Equal(SimulatedDay.Arrivals, shown.Count);
        using var admin = app.Client(AppProcess.BootstrapKey);
        var report = (await admin.Get("/api/v1/reports/waits?from=2027-01-13&to=2027-01-13")).Was(200).Json.GetProperty("sums");
        Assert.Equal((SimulatedDay.Arrivals, (int)Math.Round(inside * SimulatedDay.Arrivals)), (report.GetProperty("shown").GetInt32(), report.GetProperty("inside").GetInt32()));
        Assert.True(inside >= 0.9, $"{inside:P1} inside");
        Assert.True(width <= 1.5 * spread, $"{width:F0} s wide, {spread:F0} s would do");
    }

    public void Dispose()
    {
        wire.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task Furnish(AppProcess app)
    {
        using var admin = app.Client(AppProcess.BootstrapKey);
        (await admin.Post("/api/v1/desks", new { slug = "account", name = "アカウント窓口", languages = Japanese })).Was(201);
        (await admin.Put("/api/v1/desks/account/hours", new { week = new { tue = Weekday, wed = Weekday, thu = Weekday, fri = Weekday } })).Was(200);
        foreach (var name in Names)
        {
            var id = (await admin.Post("/api/v1/agents", new { name, email = $"{name}@example.test", desks = Desks, languages = Japanese, role = "agent" })).Was(201)["agentId"];
            agents.Add(Client(app, (await admin.Post($"/api/v1/agents/{id}/keys")).Was(201)["key"]));
        }
    }

    private async Task Happen(AppProcess app, SimulatedDay.Event one)
    {
        switch (one.What)
        {
            case SimulatedDay.Kind.Joined:
                await Join(app, one.Ticket);
                break;
            case SimulatedDay.Kind.Called:
                // Exactly the one whose turn it is: in order, nobody twice, nobody left out.
                Assert.Equal(joined[one.Ticket.Number].TicketId, (await Insist(agents[one.Agent], "/api/v1/desks/account/line/next")).Was(200)["ticketId"]);
                break;
            case SimulatedDay.Kind.Ended:
                Assert.Equal("served", (await Insist(agents[one.Agent], $"/api/v1/tickets/{joined[one.Ticket.Number].TicketId}/outcome", new { result = "served" })).Was(200)["state"]);
                break;
        }
    }

    private async Task Join(AppProcess app, SimulatedLine.Waiting waiting)
    {
        // On the day before, the same few come again; a case that was urgent stays so.
        var again = waiting.Number <= Before && !waiting.Urgent ? -(waiting.Number % Regulars) : waiting.Number;
        if (!cases.TryGetValue(again, out var contact))
            cases[again] = contact = (await Insist(Client(app), "/api/v1/contacts", new { text = "パソコンが動きません。", desk = "account" })).Was(201);
        if (waiting.Urgent)
            (await Insist(() => agents[0].Put($"/api/v1/cases/{contact["caseId"]}/priority", new { priority = "urgent" }))).Was(200);
        var customer = Client(app, contact["token"]);
        // Five seconds before the doors open, by telephone and without a serial number.
        var isCall = waiting.Number == Before + 1;
        var ticket = (await Insist(customer, "/api/v1/desks/account/line", new { caseId = contact["caseId"], by = isCall ? "call" : "chat", phone = isCall ? "03-5550-1234" : null })).Was(201);
        joined[waiting.Number] = (customer, ticket["ticketId"]);
        if (waiting.Number > Before && ticket.Json.GetProperty("wait") is { ValueKind: System.Text.Json.JsonValueKind.Object } wait)
            shown[waiting.Number] = new(wait.GetProperty("low").GetInt32(), wait.GetProperty("high").GetInt32());
    }

    private async Task NoPlaceIsLost(SimulatedDay day, int index)
    {
        var happened = day.Events.Take(index + 1).ToList();
        var waiting = happened.Where(e => e.What is SimulatedDay.Kind.Joined).Select(e => e.Ticket).Except(happened.Where(e => e.What is SimulatedDay.Kind.Called).Select(e => e.Ticket)).OrderBy(t => t.Rank).ToList();
        Assert.NotEmpty(waiting);
        foreach (var (place, ticket) in waiting.Index())
            Assert.Equal($"{place + 1}", (await Insist(() => joined[ticket.Number].Client.Get($"/api/v1/tickets/{joined[ticket.Number].TicketId}"))).Was(200)["position"]);
    }

    // One pool of connections for all of them.
    private HttpClient Client(AppProcess app, string? token = null)
    {
        var client = new HttpClient(wire, disposeHandler: false) { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);
        return client;
    }

    private static Task<Answer> Insist(HttpClient client, string path, object? body = null)
    {
        var key = Guid.NewGuid().ToString();
        return Insist(() => client.Post(path, body, key));
    }

    // What a client does whose line is cut: it asks again under the same key, until it is told what happened.
    private static async Task<Answer> Insist(Func<Task<Answer>> ask)
    {
        while (true)
        {
            try
            {
                if (await ask() is { Status: not HttpStatusCode.ServiceUnavailable } answer)
                    return answer;
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException)
            {
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    public sealed class OnSqlite(ITestOutputHelper output) : WholeDayTests(On.Sqlite, output);

    public sealed class OnPostgres(ITestOutputHelper output) : WholeDayTests(On.Postgres, output);
}
