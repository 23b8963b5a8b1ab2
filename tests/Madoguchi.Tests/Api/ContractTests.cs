using System.Text.Json;
using System.Text.RegularExpressions;
using Madoguchi.Tests.Architecture;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Api;

/// <summary>The description that others build on says everything, and docs/api.md names every refusal.</summary>
[Trait("needs", "app")]
public sealed partial class ContractTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    // Nothing is kept, so nothing can happen twice; of events, each is one by its own source and id.
    private static readonly string[] Passing = ["tellTyping", "readHints", "translateReply", "sendEvents", "previewRule", "previewCare", "tryTracker"];
    private static readonly string[] OpenToAll =
        ["openContact", "requestOpening", "openCases", "beginRegistration", "readRegistration", "resendRegistrationCode", "confirmRegistration", "remindOwner", "correctRegistrationAddress", "searchHelp"];
    private static readonly string[] Kinds = ["type", "$ref", "oneOf", "anyOf", "enum"];
    private static readonly Lazy<string> Guide = new(() => File.ReadAllText(Path.Combine(Repository.Root, "docs/api.md")));

    [Fact]
    public async Task Every_call_has_a_name_a_sentence_and_one_place()
    {
        var calls = (await Contract.Of(app)).Operations;

        Assert.NotEmpty(calls);
        Sources.None(calls.Where(c => !Name().IsMatch(c.Id)).Select(c => $"{c.Id}: needs an operation id (WithName), a verb and a noun in camelCase"));
        Sources.None(calls.Where(c => !c.Said.TryGetProperty("summary", out var s) || s.GetString() is not { Length: > 8 }).Select(c => $"{c.Id}: needs a sentence (WithSummary)"));
        Sources.None(calls.Where(c => !c.Path.StartsWith("/api/v1/", StringComparison.Ordinal)).Select(c => $"{c.Id}: {c.Path} is a page; ExcludeFromDescription() keeps it out"));
        Assert.Equal(calls.Count, calls.DistinctBy(c => c.Id).Count());
    }

    [Fact]
    public async Task Every_call_says_what_it_takes_and_what_it_answers()
    {
        var strays = new List<string>();
        foreach (var call in (await Contract.Of(app)).Operations)
        {
            var answers = call.Said.GetProperty("responses").EnumerateObject().ToList();
            strays.AddRange(answers.Where(a => a.Name != "204" && !HasSchema(a.Value)).Select(a => $"{call}: its {a.Name} has no schema"));
            strays.AddRange(answers.Where(a => a.Name[0] is '4' or '5' && !a.Value.GetProperty("content").TryGetProperty("application/problem+json", out _)).Select(a => $"{call}: its {a.Name} is no problem"));
            if (!answers.Any(a => a.Name[0] == '2'))
                strays.Add($"{call}: a good answer is missing");
            if (call.Said.TryGetProperty("requestBody", out var body) && !HasSchema(body))
                strays.Add($"{call}: its body has no schema");
        }

        Sources.None(strays);
    }

    [Fact]
    public async Task Every_member_says_of_what_kind_it_is()
    {
        var schemas = (await Contract.Of(app)).Document.GetProperty("components").GetProperty("schemas").EnumerateObject();

        Sources.None(schemas.SelectMany(s => s.Value.TryGetProperty("properties", out var members) ? members.EnumerateObject().Select(m => (Name: $"{s.Name}.{m.Name}", m.Value)) : [])
            .Where(m => !Kinds.Any(k => m.Value.TryGetProperty(k, out _)) && m.Name is not "TimelineEntry.body").Select(m => $"{m.Name} could be anything"));
    }

    [Fact]
    public async Task Every_call_says_who_may_make_it_and_how_it_is_refused()
    {
        var contract = await Contract.Of(app);
        var strays = new List<string>();
        foreach (var call in contract.Operations)
        {
            if (!call.TakesKey && !OpenToAll.Contains(call.Id))
                strays.Add($"{call}: has no door. Only the first contact, number and code, registering and looking for help are open to everybody");
            string[] needed = [.. call.TakesKey ? ["401", "404"] : Array.Empty<string>(), .. call.Body is null ? Array.Empty<string>() : ["400", "413", "415", "422"]];
            var said = call.Said.GetProperty("responses");
            strays.AddRange(needed.Where(n => !said.TryGetProperty(n, out _)).Select(n => $"{call}: {n} is not described"));
        }

        Sources.None(strays);
        Assert.Equal("bearer", contract.Document.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty("scheme").GetString());
    }

    [Fact]
    public async Task Every_post_can_be_made_once() =>
        Sources.None((await Contract.Of(app)).Operations.Where(c => c.Method == HttpMethod.Post && !c.IsOnce && !Passing.Contains(c.Id)).Select(c => $"{c}: a POST takes an IdempotencyKey and writes with WriteOnce"));

    [Fact]
    public async Task The_description_does_not_repeat_who_asked_for_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json") { Headers = { Host = "evil.example" } };
        var answer = await Answer.Of(await app.Anonymous.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.DoesNotContain("evil.example", answer.Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_refusal_is_in_the_guide()
    {
        var types = Sources.Product.SelectMany(f => Types().Matches(f.Text)).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.Contains("not-found", types);
        Sources.None(types.Where(t => !Regex.IsMatch(Guide.Value, $@"(?m)^\| [^|]*`{t}`[^|]* \| \d\d\d \|")).Select(t => $"docs/api.md, table of refusals: a row for | `{t}` | is missing"));
    }

    [Fact]
    public async Task Every_call_is_in_the_guide()
    {
        var calls = (await Contract.Of(app)).Operations;

        Sources.None(calls.Where(c => !Guide.Value.Contains($"`{c.Method} {c.Path[7..]}`", StringComparison.Ordinal)).Select(c => $"docs/api.md, table of calls: a row for `{c.Method} {c.Path[7..]}` is missing"));
    }

    private static bool HasSchema(JsonElement of) =>
        of.TryGetProperty("content", out var content) && content.EnumerateObject().Any() && content.EnumerateObject().All(c => c.Value.TryGetProperty("schema", out _));

    [GeneratedRegex("^[a-z]+[A-Z][A-Za-z]+$")]
    private static partial Regex Name();

    [GeneratedRegex("\\bOf\\(\\s*(?:[45][0-9]{2}|\\w+\\.StatusCode),\\s*\"([a-z0-9-]+)\"")]
    private static partial Regex Types();
}
