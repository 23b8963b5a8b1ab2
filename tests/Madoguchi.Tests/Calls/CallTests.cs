using Madoguchi.Customers;
using Madoguchi.Tests.Handovers;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Calls;

public abstract class CallTests(App app)
{
    [Fact]
    public async Task Desk_and_text_are_enough_and_the_number_can_be_read_out()
    {
        var hana = app.As((await app.Cast()).Hana);

        var made = (await hana.Post("/api/v1/calls/taken", new { desk = Cast.Account, text = "請求が二重です。今月だけです。" })).Was(201);

        Assert.True(CustomerNumber.TryParse(made["customerNumber"], out var number));
        Assert.Equal(number.Value.Length, made["spoken"].Split(' ').Length);
        var theCase = (await hana.Get($"/api/v1/cases/{made["caseId"]}")).Was(200);
        Assert.Equal(("waitingForUs", "Hana", "請求が二重です", number.Value), (theCase["status"], theCase["agent"], theCase["subject"], theCase["customerNumber"]));
        var entry = Assert.Single(await Entries(hana, made["caseId"]));
        Assert.Equal(("callTaken", "agent", "請求が二重です。今月だけです。"), (entry.Kind, entry.Role, entry.Text));
    }

    [Fact]
    public async Task What_was_told_besides_is_known_and_the_telephone_finds_the_caller()
    {
        var hana = app.As((await app.Cast()).Hana);
        var phone = $"03-{Random.Shared.Next(1000, 9999)}-{Random.Shared.Next(1000, 9999)}";
        var made = (await Take(hana, new { desk = Cast.Account, text = "つながりません。", name = "川辺 光", reading = "かわべ ひかり", phone, email = "hikari@example.test", facts = new { serialNumber = "SN-5" } })).Was(201);

        var facts = (await hana.Get($"/api/v1/cases/{made["caseId"]}/facts")).Was(200).Json.GetProperty("facts").EnumerateArray().ToDictionary(f => f.GetProperty("key").ToString(), f => f.GetProperty("value").ToString());
        Assert.Equal(("川辺 光", "かわべ ひかり", phone, "hikari@example.test", "SN-5"), (facts["name"], facts["reading"], facts["phone"], facts["email"], facts["serialNumber"]));
        var found = (await hana.Get($"/api/v1/customers?q={phone.Replace("-", "", StringComparison.Ordinal)}")).Was(200).Json.GetProperty("customers").EnumerateArray().Single();
        Assert.Equal((made["customerNumber"], "かわべ ひかり"), (found.GetProperty("customerNumber").ToString(), found.GetProperty("reading").ToString()));
        var card = (await hana.Get($"/api/v1/customers/{made["customerNumber"]}")).Was(200).Json;
        Assert.Contains(card.GetProperty("addresses").EnumerateArray(), a => a.GetProperty("value").ToString() == phone && !a.GetProperty("verified").GetBoolean());
    }

    [Fact]
    public async Task A_number_in_any_form_makes_it_that_customers_case_and_the_look_is_on_record()
    {
        var stage = await Stage.Told(app);
        var odd = string.Join('-', stage.Number.ToLowerInvariant().Select(c => (char)(c + 0xFEE0)));

        var made = (await Take(stage.Ken, new { desk = Cast.Technical, text = "別のことで。", customerNumber = odd, name = "山野 花子" })).Was(201);

        Assert.Equal(stage.Number, made["customerNumber"]);
        Assert.NotEqual(stage.CaseId, made["caseId"]);
        Assert.Contains("cardOpened", await stage.Kinds(stage.Hana));
        Assert.Equal(["callTaken"], (await Entries(stage.Ken, made["caseId"])).Select(e => e.Kind));
        Assert.Contains("GX-200", (await stage.Ken.Get($"/api/v1/customers/{stage.Number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_of_the_pen_and_a_number_of_nobody_are_told_apart()
    {
        var stage = await Stage.Told(app);
        var slip = stage.Number[..^1] + (stage.Number[^1] == '0' ? '1' : '0');
        var nobodys = CustomerNumber.Of(31ul, CustomerNumber.LongestPayload).Value;

        Assert.Contains("/customerNumber", (await Take(stage.Ken, new { desk = Cast.Technical, text = "x", customerNumber = slip })).Was(422).Text, StringComparison.Ordinal);
        var unknown = (await Take(stage.Ken, new { desk = Cast.Technical, text = "x", customerNumber = nobodys })).Was(422);
        Assert.EndsWith("unknown-number", unknown["type"], StringComparison.Ordinal);
        (await Take(stage.Ken, new { desk = "nowhere", text = "x" })).Was(422);
        (await Take(stage.Ken, new { desk = Cast.Account, text = "x" })).Was(403);
        (await Take(stage.Customer, new { desk = Cast.Account, text = "x" })).Was(404);
    }

    [Fact]
    public async Task A_caller_who_reads_the_number_out_has_the_case_taken_over_and_goes_on_in_it()
    {
        var stage = await Stage.Told(app);
        await stage.Offered(stage.Hana, Cast.Technical);

        var made = (await Take(stage.Ken, new { desk = Cast.Technical, text = "待てませんでした。", customerNumber = stage.Number, caseId = stage.CaseId })).Was(201);

        Assert.Equal((stage.Number, stage.CaseId), (made["customerNumber"], made["caseId"]));
        var theCase = (await stage.Case(stage.Ken)).Was(200);
        Assert.Equal((Cast.Technical, "Ken", "waitingForUs"), (theCase["desk"], theCase["agent"], theCase["status"]));
        Assert.Equal(["handoverAccepted", "callTaken"], (await stage.Kinds(stage.Customer))[^2..]);
        var brief = (await stage.Ken.Get($"/api/v1/customers/{stage.Number}")).Json.GetProperty("cases")[0].GetProperty("brief");
        Assert.Equal((Stage.Words, "待てませんでした。"), (brief.GetProperty("problem").ToString(), brief.GetProperty("words")[0].GetProperty("text").ToString()));
    }

    [Fact]
    public async Task A_case_of_another_customer_or_out_of_sight_is_not_here()
    {
        var (mine, other) = (await Stage.Told(app), await Stage.Told(app));

        (await Take(mine.Ken, new { desk = Cast.Technical, text = "x", caseId = mine.CaseId })).Was(404);
        (await Take(mine.Ken, new { desk = Cast.Technical, text = "x", customerNumber = mine.Number, caseId = other.CaseId })).Was(404);

        Assert.DoesNotContain("cardOpened", await mine.Kinds(mine.Hana)); // refused: nothing of it happened
    }

    [Fact]
    public async Task The_story_heard_on_the_telephone_is_the_story_of_the_brief()
    {
        var cast = await app.Cast();
        var made = (await Take(app.As(cast.Hana), new { desk = Cast.Account, text = "電話で一度だけ話しました。" })).Was(201);

        var offered = (await app.As(cast.Hana).Post($"/api/v1/cases/{made["caseId"]}/handovers", new { toDesk = Cast.Technical, reason = "技術の件" })).Was(201);

        Assert.Equal("電話で一度だけ話しました。", offered.Json.GetProperty("brief").GetProperty("problem").ToString());
    }

    [Fact]
    public async Task What_was_told_by_telephone_is_found_by_its_words()
    {
        var hana = app.As((await app.Cast()).Hana);
        var made = (await Take(hana, new { desk = Cast.Account, text = "夜中に勝手に再起動します。珍味売場の端末です。" })).Was(201);

        await Patience.Until(async () => (await hana.Get("/api/v1/search?q=珍味売場")).Was(200).Text, found => found.Contains(made["caseId"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_sent_twice_is_one_call_with_one_number()
    {
        var hana = app.As((await app.Cast()).Hana);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => hana.Post("/api/v1/calls/taken", new { desk = Cast.Account, text = "二重に押された電話" }, "call-1")));

        Assert.Single(answers.Select(a => a.Was(201).Text).Distinct());
    }

    private static Task<Answer> Take(HttpClient by, object call) => by.Post("/api/v1/calls/taken", call);

    private static async Task<List<(string Kind, string Role, string Text)>> Entries(HttpClient by, string id) =>
        [.. (await by.Get($"/api/v1/cases/{id}/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray().Select(e =>
            (e.GetProperty("kind").ToString(), e.GetProperty("by").GetProperty("role").ToString(), e.GetProperty("body").TryGetProperty("text", out var text) ? text.ToString() : ""))];

    public sealed class OnSqlite(SqliteApp app) : CallTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : CallTests(app), IClassFixture<PostgresApp>;
}
