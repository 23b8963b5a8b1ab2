using Madoguchi.Line.Keeping;
using Madoguchi.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Line;

public abstract class KeepingTests(App app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_place_goes_with_its_case_to_another_desk_and_ends_when_it_is_solved()
    {
        var cast = await app.Cast();
        using var sora = app.As(cast.Sora);
        using var ken = app.As(cast.Ken);
        var (early, late) = (await Customer(), await Customer(Cast.Technical));
        await Join(early);
        await Join(late, Cast.Technical);
        (await sora.Post($"/api/v1/cases/{early.CaseId}/takeover", new { toDesk = Cast.Technical, reason = "技術の用件でした" })).Was(200);

        var moved = await Patience.Until(() => See(early), t => t["desk"] == Cast.Technical);

        Assert.Equal(("waiting", "1"), (moved["state"], moved["position"])); // joined earlier than whoever was there
        Assert.NotEqual(moved["number"], (await See(late))["number"]);
        Assert.Contains("lineMoved", await Kinds(early));
        Assert.Equal(early.CaseId, (await Next(ken, Cast.Technical)).Was(200)["caseId"]);
        Assert.Equal("called", (await See(early))["state"]);

        (await ken.Post($"/api/v1/cases/{early.CaseId}/solution", new { outcome = "直りました" })).Was(200);
        (await early.Client.Post($"/api/v1/cases/{early.CaseId}/solution/answer", new { solved = true })).Was(200);
        await Patience.Until(() => See(early), t => t["state"] == "served");
        (await late.Client.Delete($"/api/v1/tickets/{late.Ticket}")).Was(204);
    }

    [Fact]
    public async Task Who_was_away_is_back_by_a_word_and_who_stays_away_gets_a_follow_up()
    {
        var cast = await app.Cast();
        using var hana = app.As(cast.Hana);
        var customer = await Customer();
        await Join(customer);
        await Away(hana);
        (await customer.Client.Post($"/api/v1/cases/{customer.CaseId}/messages", new { text = "戻りました" })).Was(201);
        Assert.Equal("1", (await Patience.Until(() => See(customer), t => t["state"] == "waiting"))["position"]);

        await Away(hana);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await app.Services.GetRequiredService<HoldFollower>().Pass(Ct);

        await Patience.Until(() => See(customer), t => t["state"] == "left"); // by us, or by the follower that passed at the same moment
        await Patience.Until(() => hana.Get("/api/v1/broken-off"), list => list.Was(200).Text.Contains("awayAtTurn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_opens_the_page_when_called_is_there()
    {
        var cast = await app.Cast();
        using var hana = app.As(cast.Hana);
        var customer = await Customer();
        await Join(customer);
        (await Next(hana)).Was(200);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await using var page = customer.Client.Follow($"/api/v1/cases/{customer.CaseId}/stream", ct: leaving.Token).GetAsyncEnumerator(Ct);
        Assert.True(await page.MoveNextAsync());

        await app.Services.GetRequiredService<HoldFollower>().Pass(Ct);

        await Patience.Until(() => See(customer), t => t["state"] == "serving");
        await leaving.CancelAsync();
    }

    [Fact]
    public async Task Joining_many_times_at_once_while_the_case_moves_is_one_place_and_none_is_lost()
    {
        var cast = await app.Cast();
        using var sora = app.As(cast.Sora);
        var customer = await Customer();
        var joins = Enumerable.Range(0, 6).Select(_ => customer.Client.Post("/api/v1/desks/account/line", new { caseId = customer.CaseId, by = "chat" }));
        string[] desks = [Cast.Technical, Cast.Account, Cast.TechnicalEn];
        var moves = desks.Select(desk => sora.Post($"/api/v1/cases/{customer.CaseId}/takeover", new { toDesk = desk, reason = "移ります" }));

        var answers = await Task.WhenAll(joins.Concat(moves));

        var ticket = Assert.Single(answers.Take(6).Select(a => a.Was(201)["ticketId"]).Distinct());
        customer.Ticket = ticket;
        var home = (await sora.Get($"/api/v1/cases/{customer.CaseId}")).Was(200)["desk"];
        Assert.Equal("waiting", (await Patience.Until(() => See(customer), t => t["desk"] == home))["state"]);
        (await customer.Client.Delete($"/api/v1/tickets/{ticket}")).Was(204);
    }

    private static async Task Away(HttpClient hana)
    {
        var turn = (await Next(hana)).Was(200);
        (await hana.Post($"/api/v1/tickets/{turn["ticketId"]}/outcome", new { result = "away" })).Was(200);
    }

    private static Task<Answer> Next(HttpClient agent, string desk = Cast.Account) => agent.Post($"/api/v1/desks/{desk}/line/next");

    private static async Task<Answer> See(Waiting customer) => (await customer.Client.Get($"/api/v1/tickets/{customer.Ticket}")).Was(200);

    private static async Task<string> Kinds(Waiting customer) => (await customer.Client.Get($"/api/v1/cases/{customer.CaseId}/timeline")).Was(200).Text;

    private static async Task Join(Waiting customer, string desk = Cast.Account) =>
        customer.Ticket = (await customer.Client.Post($"/api/v1/desks/{desk}/line", new { caseId = customer.CaseId, by = "chat" })).Was(201)["ticketId"];

    private async Task<Waiting> Customer(string desk = Cast.Account)
    {
        await app.Cast();
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "順番を待ちます", desk })).Was(201);
        return new(app.WithToken(made["token"]), made["caseId"]);
    }

    private sealed record Waiting(HttpClient Client, string CaseId)
    {
        public string Ticket { get; set; } = "";
    }

    public sealed class OnSqlite(SqliteApp app) : KeepingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : KeepingTests(app), IClassFixture<PostgresApp>;
}
