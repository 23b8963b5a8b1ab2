using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Madoguchi.Calls.Texting;

/// <summary>How a text message is handed to whoever sends it, set under <c>Madoguchi:Texting</c>. In address and body, {to} and {text} stand for the number and the words.</summary>
/// <param name="AllowPrivate">The gateway is in our own network.</param>
public sealed record GatewaySettings(string Url, HttpMethod Method, string Type, string Body, IReadOnlyDictionary<string, string> Headers, bool AllowPrivate)
{
    private const string Section = "Madoguchi:Texting";

    public string Host => new Uri(Filled(Url, "0", "0", Uri.EscapeDataString)).Authority;

    /// <summary>The settings, nothing without an address; or the sentence that says what is wrong with them.</summary>
    public static (GatewaySettings? Settings, string? Wrong) Read(IConfiguration configuration)
    {
        var at = configuration.GetSection(Section);
        if (at["Url"] is not { Length: > 0 } url)
            return (null, null);
        if (!Uri.TryCreate(Filled(url, "0", "0", Uri.EscapeDataString), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return (null, $"{Section}:Url is no http or https address: {url}");
        var type = at["ContentType"] is { Length: > 0 } set ? set : "application/json";
        if (!MediaTypeHeaderValue.TryParse(type, out _))
            return (null, $"{Section}:ContentType is '{type}'; application/json or application/x-www-form-urlencoded is usual.");
        var body = at["Body"] ?? (type.Contains("json", StringComparison.OrdinalIgnoreCase) ? """{"to":"{to}","text":"{text}"}""" : "to={to}&text={text}");
        var headers = at.GetSection("Headers").GetChildren().ToDictionary(h => h.Key, h => h.Value ?? "");
        var method = new HttpMethod((at["Method"] is { Length: > 0 } verb ? verb : "POST").ToUpperInvariant());
        var read = new GatewaySettings(url, method, type, body, headers, at.GetValue<bool>("AllowPrivate"));
        if (type.Contains("json", StringComparison.OrdinalIgnoreCase) && !IsJson(read.BodyFor("+81901234567", "a\"b")))
            return (null, $"{Section}:Body is no JSON once filled in. Write {{to}} and {{text}} inside quotation marks.");
        return (read, null);
    }

    public Uri UrlFor(string to, string text) => new(Filled(Url, to, text, Uri.EscapeDataString));

    public string BodyFor(string to, string text) =>
        Filled(Body, to, text, Type.Contains("json", StringComparison.OrdinalIgnoreCase) ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode : Type.Contains("urlencoded", StringComparison.OrdinalIgnoreCase) ? Uri.EscapeDataString : plain => plain);

    // In one go: what stands in the words is never taken for a place.
    private static string Filled(string template, string to, string text, Func<string, string> escape) =>
        string.Join(escape(text), template.Split("{text}").Select(part => part.Replace("{to}", escape(to), StringComparison.Ordinal)));

    private static bool IsJson(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
