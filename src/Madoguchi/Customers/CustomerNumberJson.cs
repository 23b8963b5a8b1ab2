using System.Text.Json;
using System.Text.Json.Serialization;

namespace Madoguchi.Customers;

public sealed class CustomerNumberJson : JsonConverter<CustomerNumber>
{
    public override CustomerNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && CustomerNumber.TryParse(reader.GetString(), out var number)
            ? number
            : throw new JsonException("Not a customer number, or its check is wrong.");

    public override void Write(Utf8JsonWriter writer, CustomerNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
