using System.Globalization;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Calls.ComingIn;

public abstract class CallInTests(App app)
{
    private readonly DateTimeOffset began = app.Clock.GetUtcNow().AddMinutes(-30);

    [Fact]
    public async Task A_missed_call_is_enough_and_the_same_number_keeps_its_place()
    {
        var (cast, from) = (await app.Cast(), Number());
        using var hana = app.As(cast.Hana);
        var first = (await Report(hana, from, "missed")).Was(201);
        var again = (await Report(hana, from.Replace("-", "", StringComparison.Ordinal), "missed", 60)).Was(201);

        Assert.Equal(("1", "2"), (first["calls"], again["calls"]));
        Assert.Equal((first["customerNumber"], first["caseId"], first["ticketId"]), (again["customerNumber"], again["caseId"], again["ticketId"]));
        Assert.Equal("waiting", (await hana.Get($"/api/v1/tickets/{first["ticketId"]}")).Was(200)["state"]);

        var told = (await hana.Post("/api/v1/calls/taken", new { desk = Cast.Account, text = "二度お電話しました。", caseId = first["caseId"], customerNumber = first["customerNumber"] })).Was(201);
        Assert.Equal(first["caseId"], told["caseId"]);
        Assert.Equal("served", (await hana.Get($"/api/v1/tickets/{first["ticketId"]}")).Was(200)["state"]);
        Assert.Equal("二度お電話しました", (await hana.Get($"/api/v1/cases/{first["caseId"]}")).Was(200)["subject"]);
    }

    [Fact]
    public async Task The_same_report_twice_is_one_call_and_its_two_ends_are_one_too()
    {
        var (cast, from) = (await app.Cast(), Number());
        using var hana = app.As(cast.Hana);
        var ringing = (await Report(hana, from, "ringing")).Was(201);
        var missed = (await Report(hana, from, "missed", 20)).Was(201);
        var repeated = (await Report(hana, from, "missed", 20)).Was(201);

        Assert.Equal(["1", "1", "1"], [ringing["calls"], missed["calls"], repeated["calls"]]);
        Assert.Equal(ringing["ticketId"], missed["ticketId"]);
        var entries = (await hana.Get($"/api/v1/cases/{missed["caseId"]}/timeline")).Was(200);
        Assert.Equal(1, entries.Text.Split("\"callCame\"").Length - 1);
    }

    [Fact]
    public async Task A_known_customer_is_found_by_their_number_and_an_answered_call_is_their_turn()
    {
        var (cast, from) = (await app.Cast(), Number());
        using var hana = app.As(cast.Hana);
        var told = (await app.Anonymous.Post("/api/v1/contacts", new { text = "請求について", desk = Cast.Account, phone = from })).Was(201);

        var heard = (await Report(hana, "+81 " + from[1..], "answered")).Was(201);

        Assert.Equal((told["customerNumber"], told["caseId"]), (heard["customerNumber"], heard["caseId"]));
        Assert.Equal("serving", (await hana.Get($"/api/v1/tickets/{heard["ticketId"]}")).Was(200)["state"]);
        await Patience.Until(() => hana.Get("/api/v1/notices"), n => n.Text.Contains("\"onTheLine\"", StringComparison.Ordinal) && n.Text.Contains(heard["caseId"], StringComparison.Ordinal));

        // Who has taken the receiver is told alone, and sees the sheet.
        using var page = await app.SignedIn(cast.Hana);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        await using var stream = page.Client.Follow("/desk/live", ct: patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.True(await stream.MoveNextAsync());
        var named = (await hana.Post("/api/v1/calls", new { from = Number(), desk = Cast.Account, at = began.AddSeconds(30), state = "answered", answeredBy = cast.Hana.Email })).Was(201);
        while (stream.Current.EventType != "call")
            Assert.True(await stream.MoveNextAsync());
        Assert.Contains(named["caseId"], stream.Current.Data, StringComparison.OrdinalIgnoreCase);
        Assert.False(named.Json.TryGetProperty("answeredBy", out _));
    }

    [Fact]
    public async Task The_third_missed_call_in_a_row_rings_the_supervisor()
    {
        var (cast, from) = (await app.Cast(), Number());
        using var hana = app.As(cast.Hana);
        using var boss = app.As(cast.Sora);
        var heard = (await Report(hana, from, "missed")).Was(201);
        (await Report(hana, from, "missed", 60)).Was(201);
        (await Report(hana, from, "missed", 120)).Was(201);

        await Patience.Until(() => boss.Get("/api/v1/notices"), n => n.Text.Contains("\"missedThrice\"", StringComparison.Ordinal) && n.Text.Contains(heard["caseId"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_withholds_the_number_is_counted_and_nobody_is_made_up()
    {
        var cast = await app.Cast();
        using var hana = app.As(cast.Hana);
        var heard = (await hana.Post("/api/v1/calls", new { from = "anonymous", desk = Cast.Account, at = app.Clock.GetUtcNow(), state = "missed" })).Was(201);

        Assert.Contains("\"caseId\":null", heard.Text, StringComparison.Ordinal);
        (await hana.Post("/api/v1/calls", new { from = "not a number", desk = Cast.Account, at = app.Clock.GetUtcNow(), state = "missed" })).Was(422);
    }

    // One for each scene: they share a server.
    private static string Number() => "090-" + Random.Shared.Next(1000, 10000).ToString(CultureInfo.InvariantCulture) + "-" + Random.Shared.Next(1000, 10000).ToString(CultureInfo.InvariantCulture);

    private Task<Answer> Report(HttpClient by, string from, string state, int seconds = 0) =>
        by.Post("/api/v1/calls", new { from, desk = Cast.Account, at = began.AddSeconds(seconds), state });

    public sealed class OnSqlite(SqliteApp app) : CallInTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : CallInTests(app), IClassFixture<PostgresApp>;
}
