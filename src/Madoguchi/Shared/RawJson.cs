using System.Text.Json;
using System.Text.Json.Serialization;

namespace Madoguchi.Shared;

/// <summary>JSON that is already text: written as it is.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct RawJson(string Text)
{
    private sealed class Converter : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonElement.ParseValue(ref reader).GetRawText());

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => writer.WriteRawValue(value.Text);
    }
}
