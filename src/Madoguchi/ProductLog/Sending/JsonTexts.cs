using System.Text.Json;
using Madoguchi.Shared;

namespace Madoguchi.ProductLog.Sending;

/// <summary>Any JSON from outside: what of it no database could keep, and how it is written down.</summary>
public static class JsonTexts
{
    /// <summary>As deep as anything else that is sent to us.</summary>
    public const int Deepest = 32;

    public static void Check(JsonElement value, string at, List<Wrong> wrong)
    {
        if (value.ValueKind is JsonValueKind.String && Fault(value.GetString) is { } why)
            wrong.Add(new(at, why));
        else if (value.ValueKind is JsonValueKind.Array)
        {
            foreach (var (place, item) in value.EnumerateArray().Index())
                Check(item, $"{at}/{place}", wrong);
        }
        else if (value.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                if (Fault(() => member.Name) is { } fault)
                    wrong.Add(new(at, $"A name in it: {fault}"));
                else
                    Check(member.Value, Place(at, member.Name), wrong);
            }
        }
    }

    public static string Place(string at, string name) => $"{at}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>Without the space between, with 窓口 as 窓口; numbers stay as they were written.</summary>
    public static string Compact(JsonElement value) => JsonSerializer.Serialize(value, Json.Options);

    private static string? Fault(Func<string?> read)
    {
        try
        {
            return PlainText.IsStorable(read() ?? "") ? null : "The text has a NUL character.";
        }
        catch (InvalidOperationException)
        {
            return "The text has half a surrogate pair.";
        }
    }
}
