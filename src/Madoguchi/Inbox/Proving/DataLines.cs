using System.Text.Json;

namespace Madoguchi.Inbox.Proving;

/// <summary>An event's data as a person reads it: a path and what stands there. What is too long or too deep for that stays JSON.</summary>
public static class DataLines
{
    private const int Most = 14;
    private const int Longest = 200;

    public static IReadOnlyList<(string Path, string Value)>? Of(string json)
    {
        var lines = new List<(string, string)>();
        var data = JsonElement.Parse(json);
        return data.ValueKind is JsonValueKind.Object && Add(lines, "", data) ? lines : null;
    }

    private static bool Add(List<(string, string)> lines, string path, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Object)
            return value.EnumerateObject().All(m => Add(lines, path.Length == 0 ? m.Name : $"{path}.{m.Name}", m.Value));
        if (value.ValueKind is JsonValueKind.Array)
            return value.EnumerateArray().Index().All(m => Add(lines, $"{path}.{m.Index + 1}", m.Item));
        lines.Add((path, value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText())); // a string: never null
        return lines.Count <= Most && lines[^1].Item2.Length <= Longest;
    }
}
