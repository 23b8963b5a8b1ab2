using System.Text.Json;
using System.Text.Json.Serialization;
using Madoguchi.Shared;

namespace Madoguchi.Campaigns;

/// <summary>Codes that there are already, as a list; or how many to make: <c>{"generate": n}</c>.</summary>
[JsonConverter(typeof(Converter))]
public sealed record CodesWish(IReadOnlyList<string>? Listed, int? Generate)
{
    /// <summary>At once; more follow in further calls.</summary>
    public const int Most = 10_000;

    public IEnumerable<(string Pointer, string Why)> Errors(string at)
    {
        if (Listed is null)
            return Generate is < 1 or > Most or null ? [(at + "/generate", $"1 to {Most} at once.")] : [];
        if (Listed.Count > Most)
            return [(at, $"At most {Most} at once; more follow in further calls.")];
        var seen = new Dictionary<string, int>();
        var errors = new List<(string, string)>();
        foreach (var (code, i) in Listed.Select((c, i) => (c, i)))
        {
            var folded = Codes.Fold(code);
            if (folded.Length is < Codes.Shortest or > Codes.Longest || PlainText.HasDisguise(code))
                errors.Add(($"{at}/{i}", $"{Codes.Shortest} to {Codes.Longest} letters and digits are needed."));
            else if (!seen.TryAdd(folded, i))
                errors.Add(($"{at}/{i}", $"Nobody could tell this one from {at}/{seen[folded]}: case, spaces, hyphens, O and 0, I, L and 1 are the same."));
            if (errors.Count == 20)
                break;
        }

        return errors;
    }

    private sealed class Converter : JsonConverter<CodesWish>
    {
        // By hand, as the two shapes have nothing in common.
        public override CodesWish Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.StartArray)
            {
                var listed = new List<string>();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
                    listed.Add(reader.TokenType is JsonTokenType.String && reader.GetString() is { } one ? one : throw new JsonException());
                return new(listed, null);
            }

            if (reader.TokenType is not JsonTokenType.StartObject || !reader.Read() || reader.TokenType is not JsonTokenType.PropertyName)
                throw new JsonException();
            if (reader.GetString() is not "generate")
                throw new JsonException("This member could not be mapped.");
            if (!reader.Read() || reader.TokenType is not JsonTokenType.Number || !reader.TryGetInt32(out var count) || !reader.Read() || reader.TokenType is not JsonTokenType.EndObject)
                throw new JsonException();
            return new(null, count);
        }

        public override void Write(Utf8JsonWriter writer, CodesWish value, JsonSerializerOptions options)
        {
            if (value.Listed is not null)
            {
                JsonSerializer.Serialize(writer, value.Listed, options);
                return;
            }

            writer.WriteStartObject();
            writer.WriteNumber("generate", value.Generate ?? 0);
            writer.WriteEndObject();
        }
    }
}
