using Madoguchi.Line.Offering;
using Madoguchi.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Line;

public abstract class OfferTests(App app)
{
    private static readonly string[] Tongues = ["ja", "en", "fr"];

    [Fact]
    public async Task A_turn_is_offered_to_one_agent_after_the_other_until_somebody_takes_it()
    {
        var cast = await app.Cast();
        using var admin = app.Admin;
        using var hana = app.As(cast.Hana);
        using var sora = app.As(cast.Sora);
        (await admin.Put("/api/v1/desks/account/line/settings", new { offers = true, offerSeconds = 600 })).Was(200);
        foreach (var agent in (HttpClient[])[hana, sora])
            (await agent.Put("/api/v1/me/presence", new { state = "available" })).Was(200);
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "順番を待ちます", desk = Cast.Account })).Was(201);
        using var customer = app.WithToken(made["token"]);
        var ticket = (await customer.Post("/api/v1/desks/account/line", new { caseId = made["caseId"], by = "chat" })).Was(201)["ticketId"];

        var first = await Asked(hana, sora);
        var (asked, other) = first ? (hana, sora) : (sora, hana);
        Assert.Contains("waitsLongest", (await asked.Get("/api/v1/me/offer")).Text, StringComparison.OrdinalIgnoreCase);
        (await other.Get("/api/v1/me/offer")).Was(204);
        (await other.Post("/api/v1/desks/account/line/next")).Was(204); // it is being offered
        Assert.Equal("not-offered", (await other.Post($"/api/v1/tickets/{ticket}/acceptance")).Was(409)["type"].Split(':')[^1]);

        (await asked.Post($"/api/v1/tickets/{ticket}/pass")).Was(200);
        Assert.Equal(!first, await Asked(hana, sora));

        app.Clock.Advance(TimeSpan.FromSeconds(601)); // the other one does not answer: both have passed, and are left in peace for a while
        await Follower.Pass(TestContext.Current.CancellationToken);
        app.Clock.Advance(Madoguchi.Line.Routing.Rest);
        Assert.Equal(first, await Asked(hana, sora)); // who passed first is asked again first
        Assert.Equal("waiting", (await customer.Get($"/api/v1/tickets/{ticket}")).Was(200)["state"]);

        Assert.Equal(made["caseId"], (await asked.Post($"/api/v1/tickets/{ticket}/acceptance")).Was(200)["caseId"]);
        Assert.Equal("called", (await customer.Get($"/api/v1/tickets/{ticket}")).Was(200)["state"]);
        var seen = (await hana.Get($"/api/v1/cases/{made["caseId"]}/timeline")).Was(200).Text;
        Assert.Contains("lineOffered", seen, StringComparison.Ordinal);
        Assert.Contains("linePassed", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("lineOffered", (await customer.Get($"/api/v1/cases/{made["caseId"]}/timeline")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_in_a_language_waits_for_the_colleague_on_duty_who_speaks_it()
    {
        var cast = await app.Cast();
        using var sora = app.As(cast.Sora);
        using var ken = app.As(cast.Ken);
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "It does not start", desk = Cast.Technical, language = "fr" })).Was(201);
        using var customer = app.WithToken(made["token"]);
        (await customer.Post("/api/v1/desks/technical/line", new { caseId = made["caseId"], by = "chat" })).Was(201);
        using var admin = app.Admin;
        (await admin.Patch($"/api/v1/agents/{cast.Sora.AgentId}", new { languages = Tongues })).Was(200);
        (await sora.Put("/api/v1/me/presence", new { state = "available" })).Was(200);

        (await ken.Post("/api/v1/desks/technical/line/next")).Was(204);
        (await sora.Put("/api/v1/me/presence", new { state = "break" })).Was(200);
        Assert.Equal(made["caseId"], (await ken.Post("/api/v1/desks/technical/line/next")).Was(200)["caseId"]);
    }

    [Fact]
    public async Task A_chosen_hour_has_so_many_places_and_then_the_next_ones_are_named()
    {
        await app.Cast();
        using var admin = app.Admin;
        (await admin.Put("/api/v1/desks/billing/line/settings", new { placesAnHour = 1 })).Was(200);
        var (one, other) = (await Customer(Cast.Billing), await Customer(Cast.Billing));
        var window = (await one.Client.Get("/api/v1/desks/billing/line/windows")).Was(200).Json.GetProperty("windows")[1]; // the first may begin at this moment
        var (from, to) = (window.GetProperty("from").GetString(), window.GetProperty("to").GetString());
        (await one.Client.Post("/api/v1/desks/billing/line", new { caseId = one.CaseId, by = "chat", notBefore = from, notAfter = to })).Was(201);

        var full = (await other.Client.Post("/api/v1/desks/billing/line", new { caseId = other.CaseId, by = "chat", notBefore = from, notAfter = to })).Was(409);

        Assert.EndsWith("window-full", full["type"], StringComparison.Ordinal);
        var next = full.Json.GetProperty("free")[0].GetProperty("from").GetString();
        Assert.NotEqual(from, next);
        (await other.Client.Post("/api/v1/desks/billing/line", new { caseId = other.CaseId, by = "chat", notBefore = next })).Was(201);
        (await one.Client.Post("/api/v1/desks/billing/line", new { caseId = one.CaseId, by = "chat", notBefore = from, notAfter = to })).Was(201); // their own place is not in their way
    }

    private async Task<(HttpClient Client, string CaseId)> Customer(string desk)
    {
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "あとで戻ります", desk })).Was(201);
        return (app.WithToken(made["token"]), made["caseId"]);
    }

    private OfferFollower Follower => app.Services.GetRequiredService<OfferFollower>();

    // Whether it is the first one who is asked; the follower of the app may have asked already.
    private async Task<bool> Asked(HttpClient one, HttpClient other)
    {
        var is1 = false;
        await Patience.Until(async () =>
        {
            await Follower.Pass(TestContext.Current.CancellationToken);
            is1 = (await one.Get("/api/v1/me/offer")).Status is System.Net.HttpStatusCode.OK;
            return is1 || (await other.Get("/api/v1/me/offer")).Status is System.Net.HttpStatusCode.OK;
        }, somebody => somebody);
        return is1;
    }

    public sealed class OnSqlite(SqliteApp app) : OfferTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : OfferTests(app), IClassFixture<PostgresApp>;
}
