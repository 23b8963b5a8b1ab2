using System.Text.Json;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Incidents;

/// <summary>The public page, as files.</summary>
public abstract class StatusTests(App app)
{
    [Fact]
    public async Task The_page_follows_every_change_in_both_languages_and_tells_nothing_of_the_house()
    {
        var id = (await app.Admin.Post("/api/v1/incidents", new { title = "内輪の名前", publicTitle = new { ja = "接続 <しにくい>", en = "Connections fail" }, severity = "critical", product = "router", words = new { ja = "内輪の言葉" } })).Was(201)["incidentId"];
        (await app.Admin.Post($"/api/v1/incidents/{id}/updates", new { text = new { ja = "原因を調べています。", en = "We look for the cause." }, state = "identified" })).Was(201);
        var maintenance = (await app.Admin.Post("/api/v1/maintenances", new { title = new { ja = "定期点検", en = "Yearly checks" }, from = app.Clock.GetUtcNow().AddDays(2), to = app.Clock.GetUtcNow().AddDays(2).AddHours(2) })).Was(201)["maintenanceId"];

        app.Clock.Advance(TimeSpan.FromSeconds(11));
        await Until("原因を調べています");
        // The word is drawn when it is due, the incident's state when the word has begun to be told.
        var json = await Patience.Until(() => app.Anonymous.Get("/status.json"), a => Incident(a, id).GetProperty("state").GetString() == "identified");
        var incident = Incident(json, id);
        Assert.Equal(("critical", "identified", "接続 <しにくい>", "Connections fail", "router"), (json["state"], incident.GetProperty("state").GetString(), incident.GetProperty("title").GetProperty("ja").GetString(), incident.GetProperty("title").GetProperty("en").GetString(), incident.GetProperty("product").GetString()));
        Assert.Equal(("identified", "We look for the cause."), (incident.GetProperty("updates")[0].GetProperty("state").GetString(), incident.GetProperty("updates")[0].GetProperty("text").GetProperty("en").GetString()));
        Assert.Contains(maintenance, json.Text, StringComparison.Ordinal);
        var (ja, en) = ((await app.Anonymous.Get("/status?lang=ja")).Was(200).Text, (await app.Anonymous.Get("/status?lang=en")).Was(200).Text);
        Assert.All(["接続 &lt;しにくい&gt;", "原因を調べています。", "定期点検", "重大な障害が起きています"], words => Assert.Contains(words, ja, StringComparison.Ordinal));
        Assert.All(["Connections fail", "We look for the cause.", "Yearly checks", "There is a critical incident"], words => Assert.Contains(words, en, StringComparison.Ordinal));
        Assert.Contains(json.Json.GetProperty("products").EnumerateArray(), p => (p.GetProperty("product").GetString(), p.GetProperty("state").GetString()) == ("router", "critical"));
        var feed = await Patience.Until(async () => (await app.Anonymous.Get("/status/feed.en.atom")).Text, f => f.Contains("We look for the cause.", StringComparison.Ordinal));
        Assert.Contains(System.Xml.Linq.XDocument.Parse(feed).Root!.Elements(), e => e.Value.Contains("Yearly checks", StringComparison.Ordinal)); // a document has a root
        Assert.DoesNotContain("内輪", ja + en + json.Text + feed, StringComparison.Ordinal);

        (await app.Admin.Delete($"/api/v1/maintenances/{maintenance}")).Was(204);
        (await app.Admin.Post($"/api/v1/incidents/{id}/resolution", new { text = new { ja = "直りました。", en = "It works again." } })).Was(201);
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        var after = await Until("直りました");
        Assert.True(Incident(after, id).TryGetProperty("resolvedAt", out _));
        Assert.DoesNotContain(maintenance, after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_maintenance_is_moved_and_what_is_over_stays_as_it_was()
    {
        var now = app.Clock.GetUtcNow().ToMicroseconds();
        var id = (await app.Admin.Post("/api/v1/maintenances", new { title = "点検", from = now.AddHours(1), to = now.AddHours(2), product = "router" })).Was(201)["maintenanceId"];

        (await app.Admin.Put($"/api/v1/maintenances/{id}", new { title = "大きな点検", from = now.AddMinutes(-1), to = now.AddHours(2) })).Was(200);
        var listed = await One();
        Assert.Equal(("running", "大きな点検"), (listed.GetProperty("state").GetString(), listed.GetProperty("title").GetProperty("en").GetString()));
        Assert.Equal(now.AddHours(1), listed.GetProperty("wasFrom").GetDateTimeOffset());
        (await app.Admin.Delete($"/api/v1/maintenances/{id}")).Was(204);
        (await app.Admin.Delete($"/api/v1/maintenances/{id}")).Was(204);
        await Patience.Until(async () => (await app.Anonymous.Get("/status?lang=en")).Text, page => page.Contains("Cancelled", StringComparison.Ordinal)); // everybody had been told
        (await app.Admin.Post($"/api/v1/maintenances/{id}/restoration")).Was(200);
        Assert.Equal("running", (await One()).GetProperty("state").GetString());
        (await app.Admin.Post($"/api/v1/maintenances/{id}/restoration")).Was(200);
        Assert.Equal(("planned", now.AddHours(1)), ((await One()).GetProperty("state").GetString(), (await One()).GetProperty("from").GetDateTimeOffset()));
        (await app.Admin.Post($"/api/v1/maintenances/{id}/restoration")).Was(409);
        (await app.Admin.Delete($"/api/v1/maintenances/{id}")).Was(204);
        (await app.Admin.Put($"/api/v1/maintenances/{id}", new { title = "点検", from = now, to = now.AddHours(1) })).Was(409);
        (await app.Admin.Post("/api/v1/maintenances", new { title = "点検", from = now, to = now.AddHours(-1) })).Was(422);
        (await app.Admin.Post("/api/v1/maintenances", new { title = " ", from = now, to = now.AddHours(1) })).Was(422);
        (await app.Admin.Put($"/api/v1/maintenances/{Guid.NewGuid()}", new { title = "点検", from = now, to = now.AddHours(1) })).Was(404);

        async Task<JsonElement> One() => (await app.Admin.Get("/api/v1/maintenances")).Was(200).Json.GetProperty("maintenances").EnumerateArray().Single(m => m.GetProperty("maintenanceId").GetString() == id);
    }

    // Before the first file is written there is nothing to be read.
    private async Task<Answer> Until(string words)
    {
        await Patience.Until(async () => (await app.Anonymous.Get("/status.json")).Text, text => text.Contains(words, StringComparison.Ordinal));
        return (await app.Anonymous.Get("/status.json")).Was(200);
    }

    private static JsonElement Incident(Answer json, string id) => json.Json.GetProperty("incidents").EnumerateArray().Single(i => i.GetProperty("incidentId").GetString() == id);

    public sealed class OnSqlite(SqliteApp app) : StatusTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : StatusTests(app), IClassFixture<PostgresApp>;
}

/// <summary>The public page when the house burns.</summary>
public abstract class StatusWithoutDatabaseTests(App app)
{
    [Fact]
    public async Task The_status_page_stands_while_the_database_is_gone()
    {
        (await app.Admin.Post("/api/v1/incidents", new { title = "接続できない" })).Was(201);
        await Patience.Until(async () => (await app.Anonymous.Get("/status.json")).Text, text => text.Contains("接続できない", StringComparison.Ordinal));
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            foreach (var table in (string[])["incidents", "desks", "agents", "api_keys", "maintenances"])
            {
#pragma warning disable EF1002 // names of our own tables
                await db.Database.ExecuteSqlRawAsync($"alter table {table} rename to {table}_gone", TestContext.Current.CancellationToken);
#pragma warning restore EF1002
            }
        }

        Assert.Equal(500, (int)(await app.Anonymous.Get("/contact")).Status);
        var page = (await app.Anonymous.Get("/status?lang=ja")).Was(200);
        Assert.Contains("接続できない", page.Text, StringComparison.Ordinal);
        Assert.Contains("max-age", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal); // set on every answer of the page
        (await app.Anonymous.Get("/status.json")).Was(200);
        Assert.DoesNotContain("immutable", (await app.Anonymous.Get("/status?v=1")).Was(200).Headers.CacheControl!.ToString(), StringComparison.Ordinal); // nobody is shown last year's
        foreach (var beside in (string[])["status.css", "times.js", "status.js", "feed.ja.atom"])
            (await app.Anonymous.Get($"/status/{beside}")).Was(200);
        (await app.Anonymous.Get("/status/nothing.css")).Was(404);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/status?lang=ja");
        again.Headers.IfNoneMatch.Add(page.Headers.ETag!); // set on every answer of the page
        using var same = await app.Anonymous.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(304, (int)same.StatusCode);
    }

    public sealed class OnSqlite(SqliteApp app) : StatusWithoutDatabaseTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : StatusWithoutDatabaseTests(app), IClassFixture<PostgresApp>;
}
