using Madoguchi.Tests.Cases;
using Madoguchi.Tests.ProductLog;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Rules;

/// <summary>What breaks, what heals, and who hears of it.</summary>
public abstract class CheckedTests(App app)
{
    [Fact]
    public async Task What_is_not_followed_in_time_is_found_by_itself_and_heals_late()
    {
        var rule = await Ruled.Make(app);
        var (hit, fine, late) = (rule.Event(rule.A, "hit"), rule.Event(rule.A, "fine"), rule.Event(rule.A, "late"));
        await rule.Tell(hit, fine, late, rule.Event(rule.B, "fine"));
        await Patience.Until(async () => (await app.Admin.Get(rule.Path)).Was(200)["checked"], c => c == "True");

        app.Clock.Advance(TimeSpan.FromSeconds(61));
        await rule.Hits("hit", "late");
        await rule.Tell(rule.Event(rule.B, "late", app.Clock.GetUtcNow().AddSeconds(-10)));

        await rule.Hits("hit");
        var only = Assert.Single(await rule.Broken());
        Assert.Equal((hit["id"], "/demo/product", false), (only.Text("event"), only.Text("source"), only.GetProperty("told").GetBoolean()));
        Assert.Equal(only.GetProperty("time").GetDateTimeOffset().AddSeconds(60), only.GetProperty("since").GetDateTimeOffset());
        await rule.Tell(hit, hit); // once more: nothing new
        await rule.Hits("hit");
    }

    [Fact]
    public async Task What_was_stored_before_the_rule_is_looked_at_too_and_late_events_count_where_they_belong()
    {
        var ((a, b), product, now) = (Ruled.NewTypes(), await app.Product(), app.Clock.GetUtcNow());
        var before = Enumerable.Range(0, 230).SelectMany(i => new[] { Sent.Event($"{a}{i}", a, $"S{i}", now.AddHours(-1)), Sent.Event($"{b}{i}", b, $"S{i}", now.AddHours(-1).AddSeconds(i % 100 == 7 ? 61 : 60)) });
        (await product.Tell([.. before])).Was(200);

        var rule = new Ruled(app, product, (await app.Admin.Post("/api/v1/rules", Ruled.Body(a, b))).Was(201)["ruleId"], a, b);

        await rule.Hits("S7", "S107", "S207");
        await rule.Tell(rule.Event(b, "S107", now.AddMinutes(-59).AddSeconds(-30)), rule.Event(a, "late", now.AddMinutes(-30)));
        await rule.Hits("S7", "S207", "late");
    }

    [Theory]
    [InlineData("subject")]
    [InlineData("data.account.id")]
    public async Task B_never_without_A_and_at_most_one_A_are_checked_by_the_key_that_was_chosen(string key)
    {
        var (ordered, once) = (await Ruled.Make(app, "neverWithout", key), await Ruled.Make(app, "atMostOne", key));
        Dictionary<string, object?> Of(Ruled rule, string type, string who) => rule.Event(type, key == "subject" ? who : "same", data: new { account = new { id = who } });
        await ordered.Tell(Of(ordered, ordered.B, "u1"), Of(ordered, ordered.A, "u2"), Of(ordered, ordered.B, "u2"));
        await once.Tell(Of(once, once.A, "u1"), Of(once, once.A, "u2"), Of(once, once.A, "u2"));

        await ordered.Hits("u1");
        await once.Hits("u2");
        await ordered.Tell(ordered.Event(ordered.A, key == "subject" ? "u1" : "same", app.Clock.GetUtcNow().AddMinutes(-5), new { account = new { id = "u1" } }));
        await ordered.Hits();
    }

    [Fact]
    public async Task A_rule_is_previewed_written_changed_and_taken_out_of_use()
    {
        var cast = await app.Cast();
        var rule = await Ruled.Make(app, "atMostOne");
        await rule.Tell(rule.Event(rule.A, "twice"), rule.Event(rule.A, "twice"), rule.Event(rule.A, "once"));
        await rule.Hits("twice");

        var preview = (await app.Admin.Post("/api/v1/rules/preview", Ruled.Body(rule.A, rule.B, "neverWithout"))).Was(200);
        Assert.Equal(("0", "3", "True"), (preview["broken"], preview["events"], preview["whole"]));
        Assert.Equal("1", (await app.Admin.Post("/api/v1/rules/preview", Ruled.Body(rule.A, rule.B, "atMostOne"))).Was(200)["broken"]);
        Assert.Equal("\"1\"", (await app.As(cast.Hana).Get(rule.Path)).Was(200).Headers.ETag!.Tag);
        (await app.Admin.Put(rule.Path, Ruled.Body(rule.A, rule.B), "\"7\"")).Was(412);
        (await app.Admin.Put(rule.Path, Ruled.Body(rule.A, rule.B, within: "PT0.5S"), "\"1\"")).Was(200);
        await rule.Hits("once", "twice"); // looked at anew
        Assert.Equal("PT0.5S", (await app.Admin.Get(rule.Path)).Was(200)["within"]);
        (await app.Admin.Delete(rule.Path)).Was(204);
        await rule.Tell(rule.Event(rule.A, "later"));
        Assert.Equal("True", (await app.Admin.Get(rule.Path)).Was(200)["retired"]);
        Assert.Contains(rule.Id, (await app.As(cast.Hana).Get("/api/v1/rules")).Was(200).Text, StringComparison.Ordinal);
        (await app.Admin.Put(rule.Path, Ruled.Body(rule.A, rule.B, "atMostOne"))).Was(200);
        await rule.Hits("twice");

        foreach (var (wrong, at) in new (object, string)[]
        {
            (new { name = "x", when = new { type = "a" } }, "/then"), (new { name = "x", when = new { type = "a" }, then = new { type = "a" }, within = "PT1S" }, "/then/type"),
            (new { name = "x", when = new { type = "a" }, then = new { type = "b" } }, "/within"), (new { name = "x", when = new { type = "a" }, then = new { type = "b" }, within = "60" }, "/within"),
            (new { name = "x", when = new { type = "a" }, then = new { type = "b" }, within = "P1Y" }, "/within"), (new { name = "x", kind = "atMostOne", when = new { type = "a" }, within = "PT1S" }, "/within"),
            (new { name = "x", kind = "atMostOne", when = new { type = "a" }, key = "time" }, "/key"), (new { name = "", kind = "atMostOne", when = new { type = "a" } }, "/name"),
        })
            Assert.True((await app.Admin.Post("/api/v1/rules", wrong)).Was(422).Json.GetProperty("errors").TryGetProperty(at, out _), at);
    }

    [Fact]
    public async Task Supervisors_hear_of_the_first_at_once_and_of_the_next_ones_together()
    {
        var cast = await app.Cast();
        var rule = await Ruled.Make(app, "atMostOne");
        await rule.Tell(rule.Event(rule.A, "u1"), rule.Event(rule.A, "u1"));
        await Patience.Until(Rung, r => r.Length == 1);
        foreach (var who in new[] { "u2", "u3" })
            await rule.Tell(rule.Event(rule.A, who), rule.Event(rule.A, who));
        await rule.Hits("u1", "u2", "u3");
        Assert.Single(await Rung());

        app.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(["登録は一度 (2)", "登録は一度 (1)"], await Patience.Until(Rung, r => r.Length == 2));
        Assert.DoesNotContain(rule.Id, (await app.As(cast.Hana).Get("/api/v1/notices")).Was(200).Text, StringComparison.Ordinal);

        async Task<string[]> Rung() => [.. (await app.As(cast.Sora).Get("/api/v1/notices")).Was(200).Json.GetProperty("notices").EnumerateArray()
            .Where(n => n.TryGetProperty("about", out var about) && about.GetString() == $"/desk/rules/{rule.Id}").Select(n => n.Text("subject"))];
    }

    public sealed class OnSqlite(SqliteApp app) : CheckedTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : CheckedTests(app), IClassFixture<PostgresApp>;
}
