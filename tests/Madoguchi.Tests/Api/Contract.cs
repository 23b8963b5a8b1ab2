using System.Text.Json;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Api;

/// <summary>A call as <c>/openapi/v1.json</c> describes it.</summary>
/// <param name="Path">With its parameters in braces.</param>
/// <param name="Body">The schema of the JSON body, if it takes one.</param>
public sealed record Operation(string Id, HttpMethod Method, string Path, JsonElement Said, JsonElement? Body)
{
    public bool IsOnce => Parameters("header").Contains("Idempotency-Key");

    public bool TakesForm => Has(Said, "requestBody", out var body) && body.GetProperty("content").TryGetProperty("multipart/form-data", out _);

    public bool NeedsBody => Has(Said, "requestBody", out var body) && body.TryGetProperty("required", out var needed) && needed.GetBoolean();

    public bool TakesKey => Has(Said, "security", out _);

    public IEnumerable<string> Parameters(string at) =>
        Has(Said, "parameters", out var all) ? all.EnumerateArray().Where(p => p.GetProperty("in").GetString() == at).Select(p => p.GetProperty("name").GetString()!) : []; // each has a name

    public override string ToString() => Id;

    private static bool Has(JsonElement of, string member, out JsonElement value) => of.TryGetProperty(member, out value);
}

/// <summary>Every call under <c>/api/v1</c>, asked of the running app: a new one is in every test the day it is born.</summary>
public sealed class Contract
{
    private Contract(JsonElement document) => Document = document;

    public JsonElement Document { get; }

    public IReadOnlyList<Operation> Operations => [.. Document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(m => Read(p.Name, m)))];

    public static async Task<Contract> Of(App app) => new((await app.Anonymous.Get("/openapi/v1.json")).Was(200).Json);

    /// <summary>The schema itself, where only its name is given; of "this or null", this.</summary>
    public JsonElement Resolve(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var name))
            return Resolve(Document.GetProperty("components").GetProperty("schemas").GetProperty(name.GetString()!.Split('/')[^1])); // a reference is a text
        return schema.TryGetProperty("oneOf", out var choices)
            ? Resolve(choices.EnumerateArray().First(c => !c.TryGetProperty("type", out var type) || type.ToString() != "null")) : schema;
    }

    private Operation Read(string path, JsonProperty method)
    {
        JsonElement? body = method.Value.TryGetProperty("requestBody", out var request) && request.GetProperty("content").TryGetProperty("application/json", out var json)
            ? Resolve(json.GetProperty("schema")) : null;
        return new(method.Value.TryGetProperty("operationId", out var id) ? id.GetString()! : $"{method.Name} {path}", HttpMethod.Parse(method.Name.ToUpperInvariant()), path, method.Value, body);
    }
}
