using System.Text.Json;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.ProductLog;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Rules;

/// <summary>A rule of one test's own, and the product that it is about: types that nobody else sends.</summary>
public sealed record Ruled(App App, HttpClient Product, string Id, string A, string B)
{
    public string Path => $"/api/v1/rules/{Id}";

    public static async Task<Ruled> Make(App app, string kind = "followedBy", string key = "subject")
    {
        var (a, b) = NewTypes();
        return new(app, await app.Product(), (await app.Admin.Post("/api/v1/rules", Body(a, b, kind, key))).Was(201)["ruleId"], a, b);
    }

    public static (string A, string B) NewTypes() => ($"registration.completed.{Guid.NewGuid():N}", $"account.linked.{Guid.NewGuid():N}");

    public static object Body(string a, string b, string kind = "followedBy", string key = "subject", string within = "PT60S") => kind switch
    {
        "followedBy" => new { name = "登録のあと、連携", when = new { type = a }, then = new { type = b }, within, key },
        "neverWithout" => new { name = "連携の前に、登録", kind, when = new { type = a }, then = new { type = b }, key },
        _ => new { name = "登録は一度", kind, when = new { type = a }, key },
    };

    public Dictionary<string, object?> Event(string type, string subject, DateTimeOffset? at = null, object? data = null) => Sent.Event(Guid.NewGuid().ToString("N"), type, subject, at ?? App.Clock.GetUtcNow(), data);

    public async Task Tell(params Dictionary<string, object?>[] events) => (await Product.Tell(events)).Was(200);

    public async Task<List<JsonElement>> Broken(HttpClient? reader = null) => [.. (await (reader ?? App.Admin).Get(Path + "/broken")).Was(200).Json.GetProperty("broken").EnumerateArray()];

    public async Task<string[]> Keys() => [.. (await Broken()).Select(b => b.Text("key"))];

    /// <summary>Waits until exactly these are hit.</summary>
    public Task Hits(params string[] keys) => Patience.Until(Keys, found => found.Order(StringComparer.Ordinal).SequenceEqual(keys.Order(StringComparer.Ordinal)));

    public Task Checked() => Patience.Until(async () => (await App.Admin.Get(Path)).Was(200)["checked"], c => c == "True");
}
