using System.Text;
using System.Text.Json;

namespace Madoguchi.Tests.Api;

/// <summary>A body that no friend would send.</summary>
/// <param name="Status">The answer it must get; null: any but a fault, as it may be right after all (script text in a story is a story).</param>
/// <param name="At">What <c>errors</c> must name with a 422.</param>
public sealed record Malice(string What, byte[] Body, int? Status = null, string? At = null, string Type = "application/json")
{
    /// <summary>Text that one engine would store and the other would choke on.</summary>
    public bool IsPoison { get; init; }
}

/// <summary>Makes them from a right body and the schema of the call.</summary>
public static class Malices
{
    private static readonly string Huge = new('あ', 3_400_000); // 10 MB
    private static readonly string[] Anything = ["5", "-1", "1.5", "1e400", "true", "\"5\"", "[]", "[null]", "[[]]", "[5]", "{}", "{\"a\":null}", "{\"a\":5}"];
    private static readonly string[] Texts =
    [
        "", "   ", "\u3000\n\t", "<script>alert(1)</script>", "\u202Egnp.exe", "a\nb", "\u200B\u200B\u200B", "'; drop table cases; --", "{{7*7}}${7*7}%s%n", "../../etc/passwd",
        "a\u0301\u0301\u0301", "\uFDFA\uFDFA", "👨‍👩‍👧‍👦", new('x', 5_000), new('x', 30_000), "\u0001\u001B[31m", "\uFFFF", "null", "=cmd|' /C calc'!A0", "00000000-0000-0000-0000-000000000000",
    ];

    private static readonly (string What, string Literal)[] Poisons = [("NUL", "\"a\\u0000b\""), ("half a pair", "\"\\ud800\""), ("the other half", "\"a\\udc00b\""), ("pair turned round", "\"\\udc00\\ud800\""), ("U+FFFE", "\"\\ufffe\"")];

    // Texts of many lines; in all others a sign that turns the direction is a disguise.
    private static readonly HashSet<string> Stories = ["text", "notes", "reason", "because", "question", "what", "outcome", "value", "how", "cameOfIt", "words", "greeting", "greetingInEnglish", "notice", "noticeInEnglish", "errorText", "letter", "steps", "publicText", "learned"];

    public static IEnumerable<Malice> Of(Contract contract, JsonElement schema, object right) =>
        [.. Wholes(), .. Outside(right), .. Members(contract, schema).SelectMany(m => Of(contract, m.Name, m.Schema, m.Needed, right))];

    public static IEnumerable<(string Name, JsonElement Schema, bool Needed)> Members(Contract contract, JsonElement schema)
    {
        var needed = schema.TryGetProperty("required", out var all) ? all.EnumerateArray().Select(r => r.GetString()).ToHashSet() : [];
        return schema.GetProperty("properties").EnumerateObject().Select(p => (p.Name, p.Value, needed.Contains(p.Name)));
    }

    private static IEnumerable<Malice> Of(Contract contract, string name, JsonElement schema, bool needed, object right)
    {
        var (at, kinds) = ("/" + name, Kinds(contract.Resolve(schema)));
        if (schema.TryGetProperty("oneOf", out var choices) && choices.EnumerateArray().Any(c => Kinds(c).Contains("null")))
            kinds.Add("null");
        if (needed)
            yield return new($"without {name}", With(right, name, null), 422, at);
        yield return new($"{name} null", With(right, name, "null"), needed && !kinds.Contains("null") ? 422 : null, at);
        foreach (var value in Anything)
            yield return new($"{name} {value}", With(right, name, value), kinds.Contains(KindOf(value)) ? null : 422, at);
        yield return new($"{name} nested deep", With(right, name, new string('[', 500) + new string(']', 500)), 400);
        yield return new($"{name} twice", Twice(right, name), 422, at);
        yield return new($"{name} in another case", With(right, name.ToUpperInvariant(), "\"x\"", name), 422);
        if (!kinds.Contains("string"))
            yield break;
        var closed = contract.Resolve(schema).TryGetProperty("enum", out _) || schema.TryGetProperty("format", out _);
        foreach (var (what, literal) in Poisons)
            yield return new($"{name} with {what}", With(right, name, literal), 422, at) { IsPoison = true };
        foreach (var text in Texts)
            yield return new($"{name} {(text.Length > 40 ? $"of {text.Length}" : JsonSerializer.Serialize(text))}", With(right, name, JsonSerializer.Serialize(text)),
                closed && !Guid.TryParse(text, out _) || (text.StartsWith('\u202E') && !Stories.Contains(name)) ? 422 : null, at);
    }

    private static IEnumerable<Malice> Wholes() =>
    [
        new("nothing", [], 400), new("a blank", " "u8.ToArray(), 400), new("half", "{"u8.ToArray(), 400), new("two", "{}{}"u8.ToArray(), 400), new("no JSON", "text=1"u8.ToArray(), 400),
        new("a comment", "{/**/}"u8.ToArray(), 400), new("null", "null"u8.ToArray(), 422), new("an array", "[]"u8.ToArray(), 422), new("a text", "\"x\""u8.ToArray(), 422),
        new("a number", "5"u8.ToArray(), 422), new("no UTF-8", [(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}'], 400), new("a surrogate in UTF-8", [(byte)'"', 0xED, 0xA0, 0x80, (byte)'"'], 400),
        new("UTF-16", Encoding.Unicode.GetBytes("{}"), 400), new("10 MB", Encoding.UTF8.GetBytes($"{{\"text\":\"{Huge}\"}}"), 413), new("plain text", "{}"u8.ToArray(), 415, Type: "text/plain"),
        new("a form", "a=b"u8.ToArray(), 415, Type: "application/x-www-form-urlencoded"), new("XML", "<a/>"u8.ToArray(), 415, Type: "application/xml"),
    ];

    private static IEnumerable<Malice> Outside(object right) =>
    [
        new("an unknown member", With(right, "zzz", "1"), 422, "/zzz"), new("a prototype", With(right, "__proto__", "{}"), 422, "/__proto__"), new("a member of 5k", With(right, new('k', 5_000), "1"), 422),
        new("a member with NUL", With(right, "a\0b", "1"), 422), new("a nameless member", With(right, "", "1"), 422),
    ];

    private static HashSet<string> Kinds(JsonElement schema) =>
        schema.TryGetProperty("type", out var type) ? type.ValueKind is JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)] : [type.GetString()!] // types are texts
            : schema.TryGetProperty("enum", out _) ? ["string"] : [];

    private static string KindOf(string value) => value switch
    {
        "5" or "-1" => "integer",
        "1.5" or "1e400" => "number",
        "true" => "boolean",
        ['[', ..] => "array",
        ['{', ..] => "object",
        _ => "string",
    };

    private static byte[] With(object right, string name, string? literal, string? without = null)
    {
        var members = JsonSerializer.SerializeToNode(right)!.AsObject(); // a body is an object
        members.Remove(name);
        members.Remove(without ?? name);
        var rest = members.Select(m => $"{JsonSerializer.Serialize(m.Key)}:{m.Value?.ToJsonString() ?? "null"}");
        return Encoding.UTF8.GetBytes($"{{{string.Join(',', literal is null ? rest : rest.Append($"{JsonSerializer.Serialize(name)}:{literal}"))}}}");
    }

    private static byte[] Twice(object right, string name)
    {
        var (whole, value) = (Encoding.UTF8.GetString(With(right, name, "null")), JsonSerializer.SerializeToNode(right)![name]?.ToJsonString() ?? "null");
        return Encoding.UTF8.GetBytes($"{whole[..^5]}{value},\"{name}\":{value}}}");
    }
}
