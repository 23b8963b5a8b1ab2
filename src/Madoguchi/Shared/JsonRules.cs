using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Shared;

/// <summary>What the serializer does not look for: bytes that are not UTF-8, and texts that one of the databases would refuse
/// (NUL on PostgreSQL) or nobody can show (lone surrogates).</summary>
internal static class JsonRules
{
    public static ProblemHttpResult? Check(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
            return Problem.MalformedBody("It is not UTF-8.");
        var path = new List<string>();
        var lists = 0L; // by depth: whether the values there stand in a list
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 32 });
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartArray)
                    lists |= 1L << (reader.CurrentDepth + 1);
                else if (reader.TokenType is JsonTokenType.StartObject)
                    lists &= ~(1L << (reader.CurrentDepth + 1));
                else if (reader.TokenType is JsonTokenType.Null && (lists & (1L << reader.CurrentDepth)) != 0)
                    return Problem.Invalid(Pointer(path), "null is not allowed in a list."); // the serializer lets it in
                if (Walk(ref reader, path) is { } why)
                    return Problem.Invalid(Pointer(path), why);
            }
        }
        catch (JsonException wrong)
        {
            return Problem.MalformedBody(wrong.Message);
        }

        return null;
    }

    /// <summary>The serializer's complaint (<c>$.facts.x</c>) as JSON pointers and sentences.</summary>
    public static ProblemHttpResult Explain(JsonException wrong)
    {
        var at = string.Concat((wrong.Path ?? "$").Split('.', '[').Skip(1).Select(part => "/" + part.TrimEnd(']').Trim('\'')));
        if (wrong.Message.Split("including:") is [_, var missing])
            return Problem.Invalid(missing.Split('\'').Where((_, i) => i % 2 == 1).ToDictionary<string, string, string[]>(name => at + "/" + name, _ => ["This is missing."]));
        return Problem.Invalid(at, wrong.Message switch
        {
            var m when m.Contains("could not be mapped", StringComparison.Ordinal) => "There is no such member.",
            var m when m.Contains("allow null", StringComparison.Ordinal) => "null is not allowed; leave it out.",
            var m when m.Contains("uplicate", StringComparison.Ordinal) => "This stands here twice.",
            _ => "This is not of the kind that is needed here.",
        });
    }

    // The path is kept by depth: [a, b] while inside {"a":{"b":…}}; an array's items share its name.
    private static string? Walk(ref Utf8JsonReader reader, List<string> path)
    {
        if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String))
            return null;
        string text;
        try
        {
            text = reader.GetString()!; // a name or a string: never null
        }
        catch (InvalidOperationException)
        {
            return "The text has half a surrogate pair.";
        }

        if (reader.TokenType is JsonTokenType.PropertyName)
        {
            var depth = Math.Max(reader.CurrentDepth - 1, 0);
            if (path.Count > depth)
                path.RemoveRange(depth, path.Count - depth);
            path.Add(text.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return PlainText.IsStorable(text) ? null : "The text has a NUL character.";
    }

    private static string Pointer(List<string> path) => string.Concat(path.Select(p => "/" + p));
}
