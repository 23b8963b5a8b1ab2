using System.Text.RegularExpressions;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Setup;

public abstract partial class HoursPageTests(App app)
{
    private const string Page = $"/settings/desks/{Cast.Billing}/hours";
    private const string Api = $"/api/v1/desks/{Cast.Billing}/hours";

    private static readonly string[] Ja = ["ja"];
    private static int count;

    [Fact]
    public async Task A_week_that_is_filled_in_is_what_the_API_answers_and_taken_away_the_desk_is_always_open()
    {
        await app.Cast();
        using var admin = await Administrator();
        (await app.Admin.Delete(Api)).Was(204);
        Assert.Contains(Page, (await admin.Open($"/settings/desks/{Cast.Billing}")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("いつでも開いている", (await admin.Open(Page)).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("always open", (await admin.Open(Page + "?lang=en")).Was(200).Text, StringComparison.Ordinal);

        (await admin.SendFiles(Page, Filled("9:00-12:00、13：00～18：00"))).Was(302);

        var kept = (await app.Admin.Get(Api)).Was(200);
        Assert.Equal("月 9:00–12:00・13:00–18:00、火 24時間（水–日・祝日は休み）", kept["line"]);
        var closure = Assert.Single(kept.Json.GetProperty("closures").EnumerateArray());
        Assert.Equal("2026-12-29 2027-01-03 年末年始は休みます。", $"{closure.GetProperty("from")} {closure.GetProperty("to")} {closure.GetProperty("notice")}");
        var page = (await admin.Open(Page)).Was(200).Text;
        Assert.Contains("<rect x=\"540\" y=\"0\" width=\"180\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"9:00–12:00, 13:00–18:00\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"hours\"", (await admin.Open($"/settings/desks/{Cast.Billing}")).Was(200).Text, StringComparison.Ordinal);

        (await admin.Send(Page + "/forget", new { })).Was(302);
        Assert.True((await app.Admin.Get(Api)).Was(200).Json.GetProperty("open").GetBoolean());
    }

    [Fact]
    public async Task A_span_that_cannot_be_has_its_reason_beside_it_and_nothing_typed_is_lost()
    {
        await app.Cast();
        using var admin = await Administrator();
        await admin.Open(Page);

        var answer = (await admin.SendFiles(Page, Filled("9:00-12:00, 11:00-18:00", closureEnds: "2026-12-01"))).Was(422).Text;

        Assert.Contains("id=\"mon-wrong\" role=\"alert\">時間が重なっています。", answer, StringComparison.Ordinal);
        Assert.Contains("value=\"9:00-12:00, 11:00-18:00\"", answer, StringComparison.Ordinal);
        // The row above it stood empty: the reason is where the closure stands now.
        Assert.Contains("id=\"closure-0-to-wrong\"", answer, StringComparison.Ordinal);
        Assert.Contains("value=\"年末年始は休みます。\"", answer, StringComparison.Ordinal);
        Assert.Contains("9:00–12:00, 13:00–18:00 のように", (await admin.SendFiles(Page, Filled("nine to five"))).Was(422).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_saves_over_a_colleagues_hours_is_told_first_and_a_closure_is_taken_away_by_its_tick()
    {
        await app.Cast();
        using var admin = await Administrator();
        await admin.Open(Page);
        (await admin.SendFiles(Page, Filled("9:00-12:00"))).Was(302);
        var seen = VersionField().Match((await admin.Open(Page)).Text).Groups[1].Value;
        (await app.Admin.Put(Api, new { week = new { sun = new[] { new { from = "1:00", to = "2:00" } } } }, "\"" + seen + "\"")).Was(200);

        Assert.Contains("ほかの人がこの受付時間を変えました", (await admin.SendFiles(Page, Filled("9:00-12:00", version: seen))).Was(422).Text, StringComparison.Ordinal);
        (await app.Admin.Put(Api, new { week = new { sun = new[] { new { from = "1:00", to = "2:00" } } } }, "\"" + seen + "\"")).Was(412);

        (await admin.SendFiles(Page, Filled("9:00-12:00", away: "true"))).Was(302);
        Assert.Equal(0, (await app.Admin.Get(Api)).Was(200).Json.GetProperty("closures").GetArrayLength());
    }

    private static (string Name, string Value)[] Filled(string monday, string closureEnds = "2027-01-03", string version = "", string away = "") =>
    [
        ("version", version), ("mon", monday), ("tue", "24時間"), ("wed", "休み"), ("onHolidays", "closed"), ("closure-0-from", ""),
        ("closure-1-from", "2026-12-29"), ("closure-1-to", closureEnds), ("closure-1-notice", "年末年始は休みます。"), ("closure-1-away", away),
    ];

    private async Task<Browser> Administrator()
    {
        var email = $"hours{Interlocked.Increment(ref count)}@example.test";
        var id = (await app.Admin.Post("/api/v1/agents", new { name = "Admin", email, desks = Array.Empty<string>(), languages = Ja, role = "administrator" })).Was(201)["agentId"];
        return await app.SignedIn(new Player(email.Split('@')[0], id, ""));
    }

    [GeneratedRegex("name=\"version\" value=\"([0-9a-f]+)\"")]
    private static partial Regex VersionField();

    public sealed class OnSqlite(SqliteApp app) : HoursPageTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : HoursPageTests(app), IClassFixture<PostgresApp>;
}
