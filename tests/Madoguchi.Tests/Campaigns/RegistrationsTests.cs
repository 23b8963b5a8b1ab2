using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Campaigns;

public abstract class RegistrationsTests(App app)
{
    [Fact]
    public async Task Code_address_and_the_code_of_the_mail_bring_reward_and_receipt_on_the_page_and_by_mail()
    {
        var campaign = await Opening.Of(app);

        var begun = (await campaign.Begin(" " + campaign.Codes[0].ToLowerInvariant().Replace('0', 'o').Replace("-", "ー", StringComparison.Ordinal), "aki@example.jp")).Was(202);
        Assert.Equal(("begun", "a…@example.jp"), (begun["state"], begun["email"]));
        var id = begun["registrationId"];
        var mail = Assert.Single(await Mailed.To(app.Database, "aki@example.jp"));
        Assert.EndsWith("wrong-code", (await campaign.Confirm(id, Opening.Other(mail.SixDigits))).Was(422)["type"], StringComparison.Ordinal);
        var done = (await campaign.Confirm(id, $" {mail.SixDigits[..3]} {mail.SixDigits[3..]}")).Was(200);

        var number = done.Json.GetProperty("receipt").GetProperty("number").GetString()!; // a receipt has one
        Assert.Equal(("complete", "コイン500枚"), (done["state"], done["reward"]));
        var receipt = (await Mailed.To(app.Database, "aki@example.jp", 2))[^1];
        Assert.Contains(number, receipt.Text, StringComparison.Ordinal);
        Assert.Contains("コイン500枚", receipt.Text, StringComparison.Ordinal);
        var seen = (await app.Anonymous.Get($"/api/v1/registrations/{id}")).Was(200);
        Assert.Equal(done.Text, seen.Text);
        Assert.DoesNotContain("aki@", seen.Text, StringComparison.Ordinal);
        Assert.Equal(done.Text, (await campaign.Confirm(id, "000000")).Was(200).Text); // complete is complete
        var code = (await app.Admin.Get(campaign.Path + "/codes")).Was(200).Json.GetProperty("codes").EnumerateArray().Single(c => c.GetProperty("state").GetString() == "used");
        Assert.Equal(campaign.Codes[0], code.GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_same_code_by_the_same_person_goes_on_and_is_never_locked()
    {
        var campaign = await Opening.Of(app);
        var first = await campaign.Begun(campaign.Codes[0], "bara@example.jp");

        Assert.Equal(first, await campaign.Begun(campaign.Codes[0], "BARA@example.jp"));
        Assert.Single(await Mailed.To(app.Database, "bara@example.jp")); // one is on its way already
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(first, await campaign.Begun(campaign.Codes[0], "bara@example.jp"));
        (await campaign.Confirm(first, await campaign.CodeAt("bara@example.jp", 2))).Was(200);
        var again = (await campaign.Begin(campaign.Codes[0], "bara@example.jp")).Was(202);
        Assert.Equal((first, "complete"), (again["registrationId"], again["state"]));

        var key = Guid.NewGuid().ToString();
        var once = (await campaign.Begin(campaign.Codes[1], "bara@example.jp", key)).Was(202).Text;
        Assert.Equal(once, (await campaign.Begin(campaign.Codes[1], "bara@example.jp", key)).Was(202).Text);
    }

    [Fact]
    public async Task Of_two_with_one_code_exactly_one_wins_and_the_other_is_told_when_it_was_used()
    {
        var campaign = await Opening.Of(app);
        var code = campaign.Codes[0];
        var (one, other) = (await campaign.Begun(code, "chika@example.jp"), await campaign.Begun(code, "dai@example.jp"));
        var (mine, theirs) = (await campaign.CodeAt("chika@example.jp"), await campaign.CodeAt("dai@example.jp"));

        var answers = await Task.WhenAll(campaign.Confirm(one, mine), campaign.Confirm(other, theirs));

        var won = Assert.Single(answers, a => (int)a.Status == 200);
        var lost = Assert.Single(answers, a => (int)a.Status == 409);
        Assert.EndsWith("code-used", lost["type"], StringComparison.Ordinal);
        Assert.Equal(won.Json.GetProperty("receipt").GetProperty("at").GetDateTimeOffset(), lost.Json.GetProperty("usedAt").GetDateTimeOffset());
        var loser = answers[0] == lost ? one : other;
        Assert.Equal("codeUsed", (await app.Anonymous.Get($"/api/v1/registrations/{loser}")).Was(200)["state"]);
        Assert.EndsWith("code-used", (await campaign.Begin(code, "eri@example.jp")).Was(409)["type"], StringComparison.Ordinal);

        // "Was that you?": the way back goes to whoever it was, and nothing is said of them.
        var winner = answers[0] == won ? "chika@example.jp" : "dai@example.jp";
        var asked = (await app.Anonymous.Post(campaign.Path + "/reminders", new { code })).Was(202);
        Assert.Equal(asked.Text, (await app.Anonymous.Post(campaign.Path + "/reminders", new { code = campaign.Codes[1] })).Was(202).Text);
        var way = (await Mailed.To(app.Database, winner, 3))[^1];
        Assert.Contains(won["registrationId"], way.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_deadline_is_judged_by_when_it_was_begun()
    {
        var campaign = await Opening.Of(app, opens: TimeSpan.FromMinutes(10), closes: TimeSpan.FromMinutes(20));
        var early = (await campaign.Begin(campaign.Codes[0], "fumi@example.jp")).Was(409);
        Assert.EndsWith("not-open-yet", early["type"], StringComparison.Ordinal);
        Assert.True(early.Json.GetProperty("opens").GetDateTimeOffset() > app.Clock.GetUtcNow());
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        var (id, left) = (await campaign.Begun(campaign.Codes[0], "fumi@example.jp"), await campaign.Begun(campaign.Codes[1], "gen@example.jp"));
        await campaign.CodeAt("fumi@example.jp", 1); // a code that is not sent in time is not sent at all

        app.Clock.Advance(TimeSpan.FromDays(13));
        var late = (await campaign.Begin(campaign.Codes[2], "fumi@example.jp")).Was(409);
        Assert.EndsWith("campaign-closed", late["type"], StringComparison.Ordinal);
        Assert.Equal(id, await campaign.Begun(campaign.Codes[0], "fumi@example.jp"));
        (await campaign.Confirm(id, await campaign.CodeAt("fumi@example.jp", 2))).Was(200);
        app.Clock.Advance(TimeSpan.FromDays(2));
        Assert.EndsWith("too-late", (await campaign.Confirm(left, "000000")).Was(409)["type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_is_told_apart_from_a_guess_and_nobodys_letterbox_is_filled()
    {
        var campaign = await Opening.Of(app, codes: 7);
        var code = campaign.Codes[0];
        var slip = (code[0] == 'X' ? 'Y' : 'X') + code[1..];
        Assert.EndsWith("code-mistyped", (await campaign.Begin(slip, "haru@example.jp")).Was(422)["type"], StringComparison.Ordinal);
        Assert.EndsWith("code-unknown", (await campaign.Begin("ABCD", "haru@example.jp")).Was(422)["type"], StringComparison.Ordinal);
        (await campaign.Begin(code, "haru")).Was(422);
        (await app.Anonymous.Post("/api/v1/campaigns/nowhere/registrations", new { code, email = "haru@example.jp" })).Was(404);

        foreach (var one in campaign.Codes.Take(5))
            await campaign.Begun(one, "haru@example.jp");
        var sixth = (await campaign.Begin(campaign.Codes[5], "haru@example.jp")).Was(202);
        Assert.True(sixth.Json.GetProperty("nextMailAt").GetDateTimeOffset() > app.Clock.GetUtcNow()); // begun it is: only the mail waits
        await campaign.Begun(campaign.Codes[6], "iku@example.jp");
        await Mailed.To(app.Database, "iku@example.jp");
        Assert.Equal(5, (await Mailed.To(app.Database, "haru@example.jp", 5)).Count);
        app.Clock.Advance(TimeSpan.FromHours(1));
        (await app.Anonymous.Post($"/api/v1/registrations/{sixth["registrationId"]}/mail")).Was(202);
        await Mailed.To(app.Database, "haru@example.jp", 6);
    }

    [Fact]
    public async Task One_address_is_one_account_however_many_finish_at_once()
    {
        var campaign = await Opening.Of(app, codes: 4);
        var ids = new List<(string Id, string Code)>();
        foreach (var (code, i) in campaign.Codes.Select((c, i) => (c, i)))
            ids.Add((await campaign.Begun(code, "jun@example.jp"), await campaign.CodeAt("jun@example.jp", i + 1)));

        foreach (var answer in await Task.WhenAll(ids.Select(one => campaign.Confirm(one.Id, one.Code))))
            answer.Was(200);

        var rows = (await app.Admin.Get(campaign.Path + "/registrations")).Was(200).Json.GetProperty("registrations").EnumerateArray().ToList();
        Assert.Equal(4, rows.Count);
        Assert.Single(rows.Select(r => r.GetProperty("customerNumber").GetString()).Distinct());
        var table = (await app.Admin.Get(campaign.Path + "/registrations?format=csv")).Was(200);
        Assert.Equal("text/csv", table.ContentHeaders.ContentType?.MediaType);
        Assert.Contains(rows[0].GetProperty("receipt").GetString()!, table.Text, StringComparison.Ordinal); // complete: it has one
    }

    public sealed class OnSqlite(SqliteApp app) : RegistrationsTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : RegistrationsTests(app), IClassFixture<PostgresApp>;
}
