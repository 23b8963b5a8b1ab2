using System.Buffers.Text;
using System.Text.Json;
using Madoguchi.Shared;

namespace Madoguchi.ProductLog.Sending;

/// <summary>CloudEvents 1.0 in JSON, read as strictly as the specification has it: one fault, and nothing of the request is taken.</summary>
public static class CloudEventReader
{
    // Source and id together are one key of the database: they have to fit into its index.
    public const int LongestSource = 500;
    public const int LongestId = 300;
    public const int LongestType = 200;
    public const int LongestSubject = 2_000;
    private const int LongestName = 60;

    private static readonly HashSet<string> Named = ["specversion", "id", "source", "type", "subject", "time", "data"];

    /// <param name="at">Where the event stands in the request: empty, or <c>/3</c>.</param>
    public static ToldEvent? Read(JsonElement told, string at, List<Wrong> wrong)
    {
        var before = wrong.Count;
        if (told.ValueKind is not JsonValueKind.Object)
            wrong.Add(new(at, "An event is an object."));
        else
            JsonTexts.Check(told, at, wrong);
        if (wrong.Count > before)
            return null;

        var members = Members(told, at, wrong);
        if (Text("specversion", 10) is { } version && version != "1.0")
            wrong.Add(new(at + "/specversion", "Only CloudEvents 1.0 is understood: \"1.0\"."));
        var (id, source, type) = (Text("id", LongestId), Text("source", LongestSource), Text("type", LongestType));
        if (source?.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || "<>\"{}|\\^`".Contains(c, StringComparison.Ordinal)) == true)
            wrong.Add(new(at + "/source", "A URI or a part of one is needed, without spaces."));
        var subject = Text("subject", LongestSubject, needed: false);
        var time = Text("time", 100, needed: false) is not { } text ? null : EventTime.Read(text) ?? Refuse("time", "A time as RFC 3339 has it is needed: 2026-11-21T23:41:07Z.");
        var more = More(members, at, wrong);
        return wrong.Count > before ? null : new(source!, id!, type!, time, subject, Data(members), more); // needed, and nothing is wrong

        string? Text(string name, int longest, bool needed = true)
        {
            if (!members.TryGetValue(name, out var value))
                return needed ? Fault(name, "This is missing.") : null;
            if (value.ValueKind is not JsonValueKind.String || value.GetString() is not { Length: > 0 } said)
                return Fault(name, "A text is needed, and not an empty one.");
            return said.Length <= longest ? said : Fault(name, $"At most {longest} characters; this has {said.Length}.");
        }

        string? Fault(string name, string why)
        {
            wrong.Add(new($"{at}/{name}", why));
            return null;
        }

        DateTimeOffset? Refuse(string name, string why)
        {
            Fault(name, why);
            return null;
        }
    }

    // Null is the same as left out.
    private static Dictionary<string, JsonElement> Members(JsonElement told, string at, List<Wrong> wrong)
    {
        var members = new Dictionary<string, JsonElement>();
        foreach (var member in told.EnumerateObject())
        {
            if (!members.TryAdd(member.Name, member.Value))
                wrong.Add(new(JsonTexts.Place(at, member.Name), "This stands here twice."));
            else if (member.Name is not "data_base64" && (member.Name.Length is 0 or > LongestName || !member.Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))))
                wrong.Add(new(JsonTexts.Place(at, member.Name), $"An attribute's name has small letters and digits only, at most {LongestName}."));
        }

        foreach (var (name, _) in members.Where(m => m.Value.ValueKind is JsonValueKind.Null).ToList())
            members.Remove(name);
        return members;
    }

    private static string? Data(Dictionary<string, JsonElement> members) => members.TryGetValue("data", out var data) ? JsonTexts.Compact(data) : null;

    private static string? More(Dictionary<string, JsonElement> members, string at, List<Wrong> wrong)
    {
        var more = members.Where(m => !Named.Contains(m.Key)).ToDictionary();
        foreach (var (name, value) in more)
        {
            if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                wrong.Add(new($"{at}/{name}", "An attribute is a text, a number, true or false; what has parts belongs into data."));
            else if (name is "data_base64" or "datacontenttype" or "dataschema" && value.ValueKind is not JsonValueKind.String)
                wrong.Add(new($"{at}/{name}", "A text is needed."));
            else if (name is "datacontenttype" or "dataschema" && value.GetString() is "")
                wrong.Add(new($"{at}/{name}", "Leave it out, or write something."));
            else if (name is "data_base64" && members.ContainsKey("data"))
                wrong.Add(new($"{at}/{name}", "Either data or data_base64, not both."));
            else if (name is "data_base64" && !Base64.IsValid(value.GetString()))
                wrong.Add(new($"{at}/{name}", "This is not Base64."));
        }

        return more.Count == 0 ? null : JsonSerializer.Serialize(more, Json.Options);
    }
}
