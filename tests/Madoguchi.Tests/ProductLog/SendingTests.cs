using Madoguchi.Tests.Api;
using Madoguchi.Tests.Architecture;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.ProductLog;

public abstract class SendingTests(App app)
{
    private static string Id() => Guid.NewGuid().ToString("N");

    [Fact]
    public async Task What_came_already_is_only_counted_and_the_first_words_stand()
    {
        var product = await app.Product();
        var (first, second) = (Id(), Id());
        var at = app.Clock.GetUtcNow();

        Assert.Equal("""{"accepted":1,"repeated":0}""", (await product.TellOne(Sent.Event(first, subject: first, time: at, data: new { step = "窓口", list = new object?[] { 1, null, 1.50 } }))).Was(200).Text);
        Assert.Equal("""{"accepted":1,"repeated":2}""", (await product.Tell(Sent.Event(second, subject: first), Sent.Event(first, "something.else", subject: first), Sent.Event(second, subject: first))).Was(200).Text);
        Assert.Equal("""{"accepted":1,"repeated":0}""", (await product.TellOne(Sent.Event(first, source: "/another", subject: first))).Was(200).Text);
        Assert.Equal("""{"accepted":0,"repeated":0}""", (await product.Tell()).Was(200).Text);

        var events = await Log.Of(app, first);
        Assert.Equal(3, events.Count);
        var told = events.Single(e => e.Text("id") == first && e.Text("source") == "/demo/product");
        Assert.Equal(("registration.completed", """{"step":"窓口","list":[1,null,1.5]}"""), (told.Text("type"), told.GetProperty("data").GetRawText()));
        Assert.True(told.GetProperty("timeTold").GetBoolean());
        Assert.False(events.Single(e => e.Text("id") == second).GetProperty("timeTold").GetBoolean());
    }

    [Fact]
    public async Task Events_without_a_time_stand_in_the_order_in_which_they_were_sent()
    {
        var (product, subject) = (await app.Product(), Id());
        string[] ids = [.. Enumerable.Range(0, 9).Select(_ => Id())];

        (await product.Tell([.. ids.Select(id => Sent.Event(id, subject: subject))])).Was(200);

        Assert.Equal(ids, (await Log.Of(app, subject)).Ids());
    }

    [Fact]
    public async Task Many_at_once_with_the_same_events_in_any_order_take_each_once()
    {
        var product = await app.Product();
        var events = Enumerable.Range(0, 40).Select(i => Sent.Event(Id(), subject: $"S-{i}")).ToArray();
        var batches = Enumerable.Range(0, 8).Select(_ => events.ToArray()).ToArray();
        foreach (var batch in batches)
            Random.Shared.Shuffle(batch);

        var answers = await Task.WhenAll(batches.Select(b => product.Tell(b)));

        Assert.Equal(40, answers.Sum(a => a.Was(200).Json.GetProperty("accepted").GetInt32()));
        Assert.Equal(7 * 40, answers.Sum(a => a.Json.GetProperty("repeated").GetInt32()));
    }

    [Fact]
    public async Task One_fault_and_nothing_of_the_batch_is_taken()
    {
        var (product, good) = (await app.Product(), Id());
        var bad = Sent.Event(Id());
        bad.Remove("type");

        var refused = (await product.Tell(Sent.Event(good), Sent.Event(Id()), Sent.Event(Id()), bad)).Was(422);

        Assert.Equal("This is missing.", refused.Json.GetProperty("errors").GetProperty("/3/type")[0].GetString());
        Assert.Equal("""{"accepted":1,"repeated":0}""", (await product.TellOne(Sent.Event(good))).Was(200).Text);
    }

    [Fact]
    public async Task Hostile_bodies_are_refused_in_words()
    {
        var product = await app.Product();
        foreach (var (what, body, type, status) in new (string, string, string, int)[]
        {
            ("no JSON", "{", Sent.One, 400), ("empty", "", Sent.One, 400), ("a number", "1", Sent.One, 422), ("null", "null", Sent.One, 422), ("one as a batch", "{}", Sent.Many, 422), ("a batch as one", "[]", Sent.One, 422),
            ("null in a batch", "[null]", Sent.Many, 422), ("JSON", """{"specversion":"1.0","id":"1","source":"/a","type":"t"}""", "application/json", 415), ("text", "x", "text/plain", 415),
            ("NUL", Json("a\\u0000b"), Sent.One, 422), ("half a pair", Json("\\ud800"), Sent.One, 422), ("half a pair in a name", """{"specversion":"1.0","id":"1","source":"/a","type":"t","data":{"\ud800":1}}""", Sent.One, 422),
            ("doubled", """{"specversion":"1.0","id":"1","id":"2","source":"/a","type":"t"}""", Sent.One, 422), ("deep", $$"""{"specversion":"1.0","id":"1","source":"/a","type":"t","data":{{new string('[', 40)}}{{new string(']', 40)}}}""", Sent.One, 400),
            ("a large event", Json(new('x', 70_000)), Sent.One, 413), ("a large body", Json(new('x', 1_100_000)), Sent.One, 413), ("too many", $"[{string.Join(',', Enumerable.Repeat(Json("x"), 1_001))}]", Sent.Many, 413),
        })
        {
            var answer = await product.Raw(body, type);
            Assert.True((int)answer.Status == status, $"{what}: {answer.Status} {answer.Text}");
            Assert.StartsWith("urn:madoguchi:problem:", answer["type"], StringComparison.Ordinal);
        }

        (await product.Raw([(byte)'"', 0xff, (byte)'"'], Sent.One)).Was(400);
        Assert.Empty(app.Faults.Seen);

        static string Json(string text) => $$"""{"specversion":"1.0","id":"1","source":"/a","type":"t","data":"{{text}}"}""";
    }

    [Fact]
    public async Task In_binary_mode_the_attributes_are_headers()
    {
        var (product, id) = (await app.Product(), Id());
        (string, string)[] headers = [("ce-specversion", "1.0"), ("ce-id", id), ("ce-source", "/demo"), ("ce-type", "t"), ("ce-subject", $"%E7%AA%93{id}"), ("ce-tenant", "x")];

        (await product.Raw("""{"a":1}"""u8.ToArray(), "application/json; charset=utf-8", headers)).Was(200);
        (await product.Raw("{"u8.ToArray(), "application/json", headers)).Was(400);
        (await product.Raw([], null, [.. headers.Skip(2), ("ce-specversion", "0.3")])).Was(422);
        Assert.Equal("""{"accepted":1,"repeated":0}""", (await product.Raw([1, 2, 3], "image/png", [.. headers.Where(h => h.Item1 is not "ce-id"), ("ce-id", id + "b")])).Was(200).Text);

        var events = await Log.Of(app, "窓" + id);
        Assert.Equal("""{"a":1}""", events.Single(e => e.Text("id") == id).GetProperty("data").GetRawText());
        Assert.Equal("AQID", events.Single(e => e.Text("id") == id + "b").GetProperty("attributes").Text("data_base64"));
    }

    [Fact]
    public async Task A_products_key_opens_this_one_call_until_it_is_taken_away()
    {
        var made = (await app.Admin.Post("/api/v1/product-log/keys", new { name = "router" })).Was(201);
        var (product, troupe) = (app.WithKey(made["key"]), await Troupe.Of(app));
        var scene = await Scene.Set(troupe);
        var strays = new List<string>();
        foreach (var call in troupe.Contract.Operations.Where(o => o.TakesKey && o.Id is not "sendEvents"))
        {
            using var request = scene.Request(call, "owner");
            var answer = await Scene.Send(product, request);
            if ((int)answer.Status != 404)
                strays.Add($"{call}: {answer.Status} {answer.Text}");
        }

        Sources.None(strays);
        Assert.Contains((await app.Admin.Get("/api/v1/product-log/keys")).Was(200).Json.GetProperty("keys").EnumerateArray(), k => k.Text("keyId") == made["keyId"] && k.Text("name") == "router" && k.Text("hint") == made["key"][..8]);
        (await product.TellOne(Sent.Event(Id()))).Was(200);
        (await app.Admin.Delete($"/api/v1/product-log/keys/{made["keyId"]}")).Was(204);
        (await product.TellOne(Sent.Event(Id()))).Was(401);
        (await app.Admin.Delete($"/api/v1/product-log/keys/{made["keyId"]}")).Was(404);
    }

    public sealed class OnSqlite(SqliteApp app) : SendingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : SendingTests(app), IClassFixture<PostgresApp>;
}
