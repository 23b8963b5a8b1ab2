using System.Text.Json;
using System.Text.Json.Serialization;

namespace Madoguchi.Shared;

/// <summary>The same said in two languages; one of them may be missing, then the other stands for it. In JSON <c>{"ja","en"}</c>, or a text alone that is the same in both.</summary>
[JsonConverter(typeof(Converter))]
public sealed record Bilingual(string? Ja = null, string? En = null)
{
    public bool IsEmpty => PlainText.SaysNothing(Ja) && PlainText.SaysNothing(En);

    public bool Speaks(Tongue t) => !string.IsNullOrWhiteSpace(t[Ja ?? "", En ?? ""]);

    public string In(Tongue t) => t[First(Ja, En), First(En, Ja)];

    /// <summary>As it is kept: cleaned, and nothing where nothing is said.</summary>
    public Bilingual Clean() => new(Cleaned(Ja), Cleaned(En));

    /// <summary>Null when neither language says anything.</summary>
    public static Bilingual? Of(string? ja, string? en) => new Bilingual(ja, en).Clean() is { IsEmpty: false } said ? said : null;

    private static string First(string? wanted, string? otherwise) => string.IsNullOrWhiteSpace(wanted) ? otherwise ?? "" : wanted;

    private static string? Cleaned(string? text) => PlainText.SaysNothing(text) ? null : PlainText.Clean(text);

    private sealed class Converter : JsonConverter<Bilingual>
    {
        // By hand: an inner serializer would not know where in the body it stands, and an error has to say so.
        public override Bilingual Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.String)
                return reader.GetString() is var same ? new(same, same) : new();
            if (reader.TokenType is not JsonTokenType.StartObject)
                throw new JsonException();
            var (ja, en) = ((string?)null, (string?)null);
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                var language = reader.GetString();
                if (language is not ("ja" or "en"))
                    throw new JsonException("This member could not be mapped.");
                reader.Read();
                var text = reader.TokenType is JsonTokenType.String ? reader.GetString() : throw new JsonException();
                if ((language is "ja" ? ja : en) is not null)
                    throw new JsonException("Duplicate");
                (ja, en) = language is "ja" ? (text, en) : (ja, text);
            }

            return new(ja, en);
        }

        public override void Write(Utf8JsonWriter writer, Bilingual value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, new Pair(value.Ja, value.En), options);
    }

    private sealed record Pair(string? Ja = null, string? En = null);
}
