using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases;

public abstract class FactsTests(App app)
{
    [Fact]
    public async Task What_was_told_at_the_window_is_known_with_who_where_and_when()
    {
        var cast = await app.Cast();
        var told = await Told.Story(app, facts: new { serialNumber = "SN-0042-7781", errorText = "E-17" }, name: "山野さくら");

        foreach (var reader in new[] { app.As(cast.Hana), told.Customer })
        {
            var facts = (await reader.Get($"{told.Case}/facts")).Was(200).Json.GetProperty("facts").EnumerateArray().ToDictionary(f => f.GetProperty("key").GetString()!);

            Assert.Equal(["errorText", "name", "serialNumber"], facts.Keys.Order());
            Assert.Equal(("person", "山野さくら", "お名前"), (facts["name"].Text("scope"), facts["name"].Text("value"), facts["name"].Text("label")));
            Assert.Equal(("device", "case"), (facts["serialNumber"].Text("scope"), facts["errorText"].Text("scope")));
            Assert.Equal(("customer", "山野さくら"), (facts["errorText"].GetProperty("by").Text("role"), facts["errorText"].GetProperty("by").Text("name")));
            Assert.Equal((Cast.Account, told.CaseId), (facts["errorText"].Text("desk"), facts["errorText"].Text("caseId")));
            Assert.True(facts["errorText"].GetProperty("verified").GetBoolean());
        }
    }

    [Fact]
    public async Task A_fact_told_again_as_it_stands_is_no_news()
    {
        var cast = await app.Cast();
        var told = await Told.Story(app);
        (await told.Customer.Put($"{told.Case}/facts/osVersion", new { value = "17.2" })).Was(200);
        var before = await told.Kinds(told.Customer);

        (await told.Customer.Put($"{told.Case}/facts/osVersion", new { value = " 17.2\r\n" })).Was(200);
        (await app.As(cast.Hana).Put($"{told.Case}/facts/osVersion", new { value = "17.2" })).Was(200);

        Assert.Equal(before, await told.Kinds(told.Customer));
    }

    [Fact]
    public async Task A_newer_telling_takes_the_place_and_the_older_stays_on_record()
    {
        var cast = await app.Cast();
        var told = await Told.Story(app, facts: new { osVersion = "16" });

        (await app.As(cast.Hana).Put($"{told.Case}/facts/osVersion", new { value = "17" })).Was(200);

        Assert.Equal("17", await told.Value(told.Customer, "osVersion"));
        var entry = (await told.Entries(told.Customer)).Last(e => e.Text("kind") == "fact").GetProperty("body");
        Assert.Equal(("17", "16"), (entry.Text("value"), entry.Text("before")));
    }

    [Fact]
    public async Task What_was_tried_is_a_list()
    {
        var told = await Told.Story(app, facts: new { tried = "再起動" });

        (await told.Customer.Put($"{told.Case}/facts/tried", new { value = "再インストール" })).Was(200);
        (await told.Customer.Put($"{told.Case}/facts/tried", new { value = "再起動" })).Was(200);

        Assert.Equal(["再インストール", "再起動"], (await told.Facts(told.Customer)).Select(f => f.Text("value")));
    }

    [Fact]
    public async Task A_name_and_addresses_told_later_are_the_customers()
    {
        var cast = await app.Cast();
        var told = await Told.Story(app);
        foreach (var (key, value) in new[] { ("name", "山野さくら"), ("email", "sakura@example.test"), ("phone", "０３-１２３４-５６７８"), ("phone", "03 1234 5678"), ("email", "ありません") })
            (await told.Customer.Put($"{told.Case}/facts/{key}", new { value })).Was(200);

        await told.Say("お願いします");

        Assert.Equal("山野さくら", (await told.Entries(app.As(cast.Hana)))[^1].GetProperty("by").Text("name"));
        Assert.Equal(["0312345678", "sakura@example.test"], await told.Addresses());
    }

    [Fact]
    public async Task Nobody_but_the_owner_desk_and_the_customer_tells()
    {
        var cast = await app.Cast();
        var (told, other) = (await Told.Story(app), await Told.Story(app));

        foreach (var stranger in new[] { app.As(cast.Mio), other.Customer })
        {
            (await stranger.Get($"{told.Case}/facts")).Was(404);
            (await stranger.Put($"{told.Case}/facts/model", new { value = "X" })).Was(404);
            (await stranger.Post($"{told.Case}/facts/model/promise")).Was(404);
            (await stranger.Post($"{told.Case}/questions", new { fact = "model" })).Was(404);
        }

        (await told.Customer.Post($"{told.Case}/questions", new { fact = "model" })).Was(404);
        (await app.Anonymous.Get($"{told.Case}/facts")).Was(401);
        await told.LetRead(cast.Mio, Cast.Billing);
        (await app.As(cast.Mio).Get($"{told.Case}/facts")).Was(200);
        Assert.EndsWith("with-another-desk", (await app.As(cast.Mio).Put($"{told.Case}/facts/model", new { value = "X" })).Was(403)["type"], StringComparison.Ordinal);
        (await app.As(cast.Mio).Post($"{told.Case}/facts/model/promise")).Was(403);
        (await app.As(cast.Mio).Post($"{told.Case}/questions", new { fact = "model" })).Was(403);
        Assert.Empty(await told.Facts(told.Customer));
    }

    [Theory]
    [InlineData("1abc", "x")]
    [InlineData("a b", "x")]
    [InlineData("a%2Fb", "x")]
    [InlineData("%E3%82%B7", "x")]
    [InlineData("..%2f", "x")]
    [InlineData("model", "")]
    [InlineData("model", " \n\t ")]
    [InlineData("name", "two\nlines")]
    [InlineData("name", "evil\u202Egnp")]
    public async Task A_hostile_key_or_value_is_refused_with_a_reason(string key, string value)
    {
        var told = await Told.Story(app);

        var refused = (await told.Customer.Put($"{told.Case}/facts/{key}", new { value })).Was(422);

        Assert.NotEmpty(refused.Json.GetProperty("errors").EnumerateObject());
        Assert.Empty(await told.Facts(told.Customer));
    }

    [Fact]
    public async Task A_value_of_any_other_shape_is_refused_and_a_script_is_only_text()
    {
        var told = await Told.Story(app);
        var path = $"{told.Case}/facts/errorText";
        (await told.Customer.Put(path, new { })).Was(422);
        (await told.Customer.Put(path, new { value = (string?)null })).Was(422);
        (await told.Customer.Put(path, new { value = 7 })).Was(422);
        (await told.Customer.Put(path, new { value = "x", more = "y" })).Was(422);
        (await told.Customer.Put(path, new { value = "a\0b" })).Was(422);
        (await told.Customer.Put(path, new { value = new string('あ', 2_001) })).Was(422);
        (await told.Customer.Put($"{told.Case}/facts/{new string('k', 61)}", new { value = "x" })).Was(422);
        (await told.Customer.Put(path, new { value = new string('x', 300_000) })).Was(413);

        (await told.Customer.Put(path, new { value = "<script>alert(1)</script>'; drop table facts;--" })).Was(200);
        Assert.Equal("<script>alert(1)</script>'; drop table facts;--", await told.Value(told.Customer, "errorText"));
        Assert.Empty(app.Faults.Seen);
    }

    [Fact]
    public async Task Of_two_agents_who_write_at_once_the_last_one_holds_and_both_are_on_record()
    {
        var cast = await app.Cast();
        var told = await Told.Story(app);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
            (await app.As(i % 2 == 0 ? cast.Hana : cast.Sora).Put($"{told.Case}/facts/phone", new { value = $"03-1234-00{i:00}" })).Was(200)));

        var entries = (await told.Entries(told.Customer)).Where(e => e.Text("kind") == "fact").Select(e => e.GetProperty("body")).ToList();
        Assert.Equal(12, entries.Count);
        var held = Assert.Single(await told.Facts(told.Customer));
        Assert.Equal(entries[^1].Text("value"), held.Text("value"));
        Assert.All(entries.Zip(entries.Skip(1)), pair => Assert.Equal(pair.First.Text("value"), pair.Second.Text("before")));
    }

    [Fact]
    public async Task A_second_device_keeps_its_facts_apart_and_a_known_one_is_recognised()
    {
        var first = await Told.Story(app, facts: new { serialNumber = "SN-A", model = "Phone 1", osVersion = "16" });
        var second = await Told.Story(app);
        await second.IsBy(first);

        (await second.Customer.Put($"{second.Case}/facts/serialNumber", new { value = "SN-B" })).Was(200);
        (await second.Customer.Put($"{second.Case}/facts/model", new { value = "Laptop 2" })).Was(200);
        Assert.Equal(("SN-A", "Phone 1"), (await first.Value(first.Customer, "serialNumber"), await first.Value(first.Customer, "model")));
        Assert.Equal(["Laptop 2", "SN-B"], (await second.Facts(second.Customer)).Select(f => f.Text("value")));

        var third = await Told.Story(app);
        await third.IsBy(first);
        (await third.Customer.Put($"{third.Case}/facts/osVersion", new { value = "17" })).Was(200);
        (await third.Customer.Put($"{third.Case}/facts/serialNumber", new { value = "ｓｎ a" })).Was(200);
        Assert.Equal(["17", "Phone 1", "ｓｎ a"], (await third.Facts(third.Customer)).Select(f => f.Text("value")).Order(StringComparer.Ordinal));
        Assert.Equal("17", await first.Value(first.Customer, "osVersion"));
        Assert.Equal("SN-B", await second.Value(second.Customer, "serialNumber"));
    }

    public sealed class OnSqlite(SqliteApp app) : FactsTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : FactsTests(app), IClassFixture<PostgresApp>;
}
