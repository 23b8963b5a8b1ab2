using System.Text;
using System.Text.Json;
using Madoguchi.Shared;

namespace Madoguchi.ProductLog;

/// <summary>What stands where in an event, and by what a customer finds it.</summary>
public static class EventFields
{
    /// <summary>The longest value that ties; what is longer is a text, and no key.</summary>
    public const int LongestKey = 300;

    /// <summary>The most keys of one event: a list of thousands of accounts is nobody's.</summary>
    public const int MostKeys = 50;

    private const string InData = "data.";

    /// <summary>Width, case and space around make no difference.</summary>
    public static string Fold(string value) => PlainText.Normal(value, NormalizationForm.FormKC).Trim().ToLowerInvariant();

    /// <summary>A key that can tie: something, and not too long.</summary>
    public static string? Key(string value) => value.Length > LongestKey || Fold(value) is not { Length: > 0 and <= LongestKey } folded ? null : folded;

    public static IReadOnlyList<string> Keys(ProductEvent told, IEnumerable<string> fields) =>
        [.. fields.Prepend("subject").SelectMany(told.Values).Select(Key).OfType<string>().Distinct().Take(MostKeys)];

    public static IReadOnlyList<string> Of(ProductEvent told, string field) => field switch
    {
        "subject" => told.Subject is { } subject ? [subject] : [],
        "source" => [told.Source],
        "type" => [told.Type],
        "id" => [told.EventId],
        _ when field.StartsWith(InData, StringComparison.Ordinal) => At(told.ParsedData(), field[InData.Length..]),
        _ => told.ParsedMore() is { } more && more.TryGetProperty(field, out var extension) ? Scalars(extension) : [],
    };

    // A member may have a dot in its name: the whole rest of the path is tried first.
    private static IReadOnlyList<string> At(JsonElement? value, string path)
    {
        if (value is not { ValueKind: JsonValueKind.Object } here)
            return [];
        if (here.TryGetProperty(path, out var found))
            return Scalars(found);
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && here.TryGetProperty(path[..dot], out var next) ? At(next, path[(dot + 1)..]) : [];
    }

    private static IReadOnlyList<string> Scalars(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!], // a string: never null
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.True => ["true"],
        JsonValueKind.False => ["false"],
        JsonValueKind.Array => [.. value.EnumerateArray().Where(v => v.ValueKind is JsonValueKind.String or JsonValueKind.Number).SelectMany(Scalars)],
        _ => [],
    };
}
