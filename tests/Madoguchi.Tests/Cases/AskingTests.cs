using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases;

public abstract class AskingTests(App app)
{
    [Fact]
    public async Task A_question_waits_for_the_customer_and_the_fact_answers_it()
    {
        var cast = await app.Cast();
        var told = await Told.Story(app);

        var entry = (await told.Ask(cast.Hana, "serialNumber")).Was(201)["entry"];

        Assert.Equal("waitingForCustomer", await told.Status());
        var question = (await told.Entries(told.Customer)).Single(e => e.Text("kind") == "question");
        Assert.Equal(entry, question.GetProperty("entry").ToString());
        Assert.Equal(("serialNumber", "シリアルナンバー"), (question.GetProperty("body").Text("fact"), question.GetProperty("body").Text("label")));
        Assert.Contains("S/N", question.GetProperty("body").Text("help"), StringComparison.Ordinal);

        (await told.Customer.Put($"{told.Case}/facts/model", new { value = "M-9" })).Was(200);
        Assert.Equal("waitingForCustomer", await told.Status());
        (await told.Customer.Put($"{told.Case}/facts/serialNumber", new { value = "SN-1" })).Was(200);
        Assert.Equal("waitingForUs", await told.Status());
    }

    [Fact]
    public async Task What_is_known_is_shown_instead_of_asked()
    {
        var cast = await app.Cast();
        var told = await Told.Story(app, facts: new { serialNumber = "SN-0042" }, name: "山野");

        var refused = (await told.Ask(cast.Hana, "serialNumber")).Was(409);

        Assert.EndsWith("already-told", refused["type"], StringComparison.Ordinal);
        var known = refused.Json.GetProperty("known");
        Assert.Equal(("serialNumber", "SN-0042", "シリアルナンバー"), (known.Text("key"), known.Text("value"), known.Text("label")));
        Assert.Equal((Cast.Account, told.CaseId, "山野", 0), (known.Text("desk"), known.Text("caseId"), known.GetProperty("by").Text("name"), known.GetProperty("ageDays").GetInt32()));
        Assert.DoesNotContain("question", await told.Kinds(told.Customer));
    }

    [Fact]
    public async Task In_the_next_case_at_another_desk_the_person_and_the_device_are_known_and_the_old_error_is_not()
    {
        var cast = await app.Cast();
        var first = await Told.Story(app, facts: new { serialNumber = "SN-7", osVersion = "17.2", phone = "03-1234-5678", errorText = "E-17" });
        var next = await Told.Story(app, desk: Cast.Technical);
        await next.IsBy(first);

        foreach (var key in new[] { "serialNumber", "osVersion", "phone" })
        {
            var known = (await next.Ask(cast.Ken, key)).Was(409).Json.GetProperty("known");
            Assert.Equal((Cast.Account, first.CaseId), (known.Text("desk"), known.Text("caseId")));
        }

        (await next.Ask(cast.Ken, "errorText")).Was(201);
        // The token of one case: the person and the device, and nothing that was told on the other case for that case.
        var seen = await next.Facts(next.Customer);
        Assert.Equal(["osVersion", "phone", "serialNumber"], seen.Select(f => f.Text("key")).Order());
        Assert.All(seen, f => Assert.False(f.TryGetProperty("caseId", out _)));
        Assert.Equal("E-17", await first.Value(first.Customer, "errorText"));
    }

    [Fact]
    public async Task A_reason_asks_all_the_same_and_stays_in_the_house()
    {
        var cast = await app.Cast();
        var told = await Told.Story(app, facts: new { serialNumber = "SN-1" });

        var entry = int.Parse((await told.Ask(cast.Hana, "serialNumber", "別の機器かもしれない")).Was(201)["entry"], null);

        var inside = await told.Entries(app.As(cast.Hana));
        Assert.Equal(("askedAgain", "question"), (inside[^2].Text("kind"), inside[^1].Text("kind")));
        Assert.Equal(entry, inside[^1].GetProperty("entry").GetInt32());
        Assert.Equal("別の機器かもしれない", inside[^2].GetProperty("body").Text("because"));
        Assert.DoesNotContain("別の機器", (await told.Customer.Get($"{told.Case}/timeline")).Text, StringComparison.Ordinal);
        // The same answer once more is an answer.
        (await told.Customer.Put($"{told.Case}/facts/serialNumber", new { value = "SN-1" })).Was(200);
        Assert.Equal(("waitingForUs", "fact"), (await told.Status(), (await told.Kinds(told.Customer))[^1]));
        (await told.Ask(cast.Hana, "serialNumber")).Was(409);
    }

    [Fact]
    public async Task A_reason_for_what_nobody_knows_is_not_counted()
    {
        var cast = await app.Cast();
        var told = await Told.Story(app);

        (await told.Ask(cast.Hana, "serialNumber", "念のため")).Was(201);

        Assert.DoesNotContain("askedAgain", await told.Kinds(app.As(cast.Hana)));
    }

    [Fact]
    public async Task Under_a_number_that_is_only_claimed_nothing_counts_as_told()
    {
        var cast = await app.Cast();
        var owner = await Told.Story(app, facts: new { serialNumber = "SN-1" });
        var claimer = await Told.Story(app, facts: new { serialNumber = "SN-FORGED" }, claims: owner.Number);

        (await claimer.Ask(cast.Hana, "serialNumber")).Was(201);
        Assert.False((await claimer.Facts(app.As(cast.Hana)))[0].GetProperty("verified").GetBoolean());
        Assert.Equal("SN-FORGED", await claimer.Value(claimer.Customer, "serialNumber"));
        Assert.Equal("SN-1", (await owner.Ask(cast.Hana, "serialNumber")).Was(409).Json.GetProperty("known").Text("value"));
        // What an agent has made sure of is told.
        (await app.As(cast.Hana).Put($"{claimer.Case}/facts/model", new { value = "M" })).Was(200);
        (await claimer.Ask(cast.Hana, "model")).Was(409);
    }

    [Fact]
    public async Task A_promise_lets_the_case_go_on_and_the_fact_may_follow()
    {
        var cast = await app.Cast();
        var told = await Told.Story(app);
        (await told.Ask(cast.Hana, "serialNumber")).Was(201);

        var promised = (await told.Customer.Post($"{told.Case}/facts/serialNumber/promise")).Was(201)["entry"];
        Assert.Equal(promised, (await told.Customer.Post($"{told.Case}/facts/serialNumber/promise")).Was(201)["entry"]);

        Assert.Equal("waitingForUs", await told.Status());
        Assert.Single(await told.Kinds(told.Customer), "factPromised");
        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = "お待ちしています" })).Was(201);
        (await told.Customer.Put($"{told.Case}/facts/serialNumber", new { value = "SN-2" })).Was(200);
        Assert.Equal("waitingForUs", await told.Status());
    }

    [Fact]
    public async Task The_same_question_sent_twice_by_a_bad_line_is_one()
    {
        var cast = await app.Cast();
        var told = await Told.Story(app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.As(cast.Hana).Post($"{told.Case}/questions", new { fact = "model" }, "key-1")));

        Assert.Single(answers.Select(a => a.Was(201)["entry"]).Distinct());
        Assert.Single(await told.Kinds(told.Customer), "question");
        // A refusal is not kept: told meanwhile, the next key says so.
        (await told.Customer.Put($"{told.Case}/facts/model", new { value = "M" })).Was(200);
        (await app.As(cast.Hana).Post($"{told.Case}/questions", new { fact = "model" }, "key-2")).Was(409);
    }

    [Fact]
    public async Task A_desk_asks_in_its_own_words_and_in_the_customers_language()
    {
        var cast = await app.Cast();
        (await app.Admin.Put($"/api/v1/desks/{Cast.TechnicalEn}/questions", new
        {
            questions = new object[]
            {
                new { key = "licence", label = "ライセンス番号", labelInEnglish = "Licence number", help = "メールにあります", helpInEnglish = "It is in the mail.", scope = "person" },
                new { key = "serialNumber" },
            },
        })).Was(200);
        var told = await Told.Story(app, desk: Cast.TechnicalEn, language: "en");

        (await told.Ask(cast.Robin, "licence")).Was(201);
        (await told.Ask(cast.Robin, "serialNumber")).Was(201);
        (await told.Ask(cast.Robin, "shoe-size")).Was(201);

        var asked = (await told.Entries(told.Customer)).Where(e => e.Text("kind") == "question").Select(e => e.GetProperty("body")).ToList();
        Assert.Equal(["Licence number", "Serial number", "shoe-size"], asked.Select(b => b.Text("label")));
        Assert.Equal("It is in the mail.", asked[0].Text("help"));
        (await told.Customer.Put($"{told.Case}/facts/licence", new { value = "L-1" })).Was(200);
        Assert.Equal("person", (await told.Facts(told.Customer))[0].Text("scope"));
        var intake = (await app.As(cast.Hana).Get($"/api/v1/desks/{Cast.TechnicalEn}/questions")).Was(200).Json.GetProperty("questions");
        Assert.Equal(["licence", "serialNumber"], intake.EnumerateArray().Select(q => q.Text("key")));
    }

    [Fact]
    public async Task Only_administrators_set_what_a_desk_asks_and_only_rightly()
    {
        var cast = await app.Cast();
        var path = $"/api/v1/desks/{Cast.Billing}/questions";
        var right = new { questions = new[] { new { key = "orderNumber" } } };

        (await app.As(cast.Sora).Put(path, right)).Was(403);
        (await (await Told.Story(app)).Customer.Get(path)).Was(404);
        (await app.Anonymous.Get(path)).Was(401);
        (await app.Admin.Put("/api/v1/desks/nowhere/questions", right)).Was(404);
        (await app.Admin.Get("/api/v1/desks/nowhere/questions")).Was(404);
        (await app.Admin.Put(path, new { })).Was(422);
        (await app.Admin.Put(path, new { questions = new[] { new { key = "a b" } } })).Was(422);
        (await app.Admin.Put(path, new { questions = new[] { new { key = "a" }, new { key = "a" } } })).Was(422);
        (await app.Admin.Put(path, new { questions = new[] { new { key = "a", scope = "planet" } } })).Was(422);
        (await app.Admin.Put(path, new { questions = Enumerable.Range(0, 51).Select(i => new { key = $"k{i}" }) })).Was(422);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => (await app.Admin.Put(path, right)).Was(200)));
        Assert.Equal(1, (await app.Admin.Get(path)).Was(200).Json.GetProperty("questions").GetArrayLength());
        (await app.Admin.Put(path, new { questions = Array.Empty<object>() })).Was(200);
    }

    [Fact]
    public async Task Typing_a_question_whose_fact_is_known_shows_it_and_keeps_nothing()
    {
        var cast = await app.Cast();
        var told = await Told.Story(app, facts: new { serialNumber = "SN-5" });
        var before = await told.Kinds(app.As(cast.Hana));

        var hints = (await app.As(cast.Hana).Post($"{told.Case}/hints", new { text = "恐れ入りますが、シリアルナンバーと型番を教えていただけますか。" })).Was(200).Json.GetProperty("hints");

        var hint = Assert.Single(hints.EnumerateArray());
        Assert.Equal(("serialNumber", "シリアルナンバー", "SN-5", Cast.Account), (hint.Text("key"), hint.Text("label"), hint.Text("value"), hint.Text("desk")));
        Assert.Equal(before, await told.Kinds(app.As(cast.Hana)));
        (await app.As(cast.Mio).Post($"{told.Case}/hints", new { text = "?" })).Was(404);
        (await told.Customer.Post($"{told.Case}/hints", new { text = "?" })).Was(404);
        (await app.As(cast.Hana).Post($"{told.Case}/hints", new { text = new string('?', 20_001) })).Was(422);
        Assert.Equal(0, (await app.As(cast.Hana).Post($"{told.Case}/hints", new { text = "" })).Was(200).Json.GetProperty("hints").GetArrayLength());
    }

    [Fact]
    public async Task A_question_of_any_other_shape_is_refused_with_a_reason()
    {
        var cast = await app.Cast();
        var told = await Told.Story(app);
        foreach (var body in new[] { "{}", """{"fact":null}""", """{"fact":""}""", """{"fact":"a b"}""", """{"fact":"x","because":""}""", """{"fact":"x","more":1}""", """{"fact":"\u0000"}""", """{"fact":"x","because":"\ud800"}""" })
            (await app.As(cast.Hana).PostRaw($"{told.Case}/questions", body)).Was(422);
        (await app.As(cast.Hana).PostRaw($"{told.Case}/questions", "{")).Was(400);
        Assert.Empty(app.Faults.Seen);
    }

    public sealed class OnSqlite(SqliteApp app) : AskingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : AskingTests(app), IClassFixture<PostgresApp>;
}
