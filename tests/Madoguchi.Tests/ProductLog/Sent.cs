using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.ProductLog;

/// <summary>Events as products send them.</summary>
public static class Sent
{
    public const string One = "application/cloudevents+json";
    public const string Many = "application/cloudevents-batch+json";
    private const string At = "/api/v1/product-log";

    public static Dictionary<string, object?> Event(string id, string type = "registration.completed", string? subject = null, DateTimeOffset? time = null, object? data = null, string source = "/demo/product") => new()
    {
        ["specversion"] = "1.0", ["id"] = id, ["source"] = source, ["type"] = type, ["subject"] = subject, ["time"] = time?.ToString("o"), ["data"] = data,
    };

    public static Task<Answer> Tell(this HttpClient product, params Dictionary<string, object?>[] events) => product.Raw(JsonSerializer.Serialize(events), Many);

    public static Task<Answer> TellOne(this HttpClient product, Dictionary<string, object?> one) => product.Raw(JsonSerializer.Serialize(one), One);

    public static Task<Answer> Raw(this HttpClient product, string json, string type) => product.Raw(Encoding.UTF8.GetBytes(json), type);

    public static async Task<Answer> Raw(this HttpClient product, byte[] body, string? type, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, At) { Content = new ByteArrayContent(body) };
        if (type is not null)
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Answer.Of(await product.SendAsync(request, TestContext.Current.CancellationToken));
    }

    public static async Task<HttpClient> Product(this App app, string name = "router") => app.WithKey((await app.Admin.Post(At + "/keys", new { name })).Was(201)["key"]);
}
