using System.Buffers;
using System.Text.Json;
using Madoguchi.Shared;

namespace Madoguchi.ProductLog.Sending;

/// <summary>CloudEvents in binary mode: the attributes are headers (<c>ce-id</c>), the body is the data. Written as if it had come in one piece.</summary>
public static class BinaryMode
{
    public const string Prefix = "ce-";

    /// <param name="attributes">The headers without their prefix.</param>
    /// <returns>Null: the body says it is JSON, and is none.</returns>
    public static byte[]? Structured(IEnumerable<(string Name, string Value)> attributes, string? mediaType, byte[] body)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(written, new JsonWriterOptions { Encoder = Json.Options.Encoder, SkipValidation = true }))
        {
            json.WriteStartObject();
            foreach (var (name, value) in attributes)
                json.WriteString(name, Uri.UnescapeDataString(value));
            if (body.Length > 0 && !Data(json, mediaType, body))
                return null;
            json.WriteEndObject();
        }

        return written.WrittenSpan.ToArray();
    }

    private static bool Data(Utf8JsonWriter json, string? mediaType, byte[] body)
    {
        if (mediaType is not null)
            json.WriteString("datacontenttype", mediaType);
        if (mediaType is not null && !IsJson(mediaType))
        {
            json.WriteBase64String("data_base64", body);
            return true;
        }

        try
        {
            using var data = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = JsonTexts.Deepest });
            json.WritePropertyName("data");
            json.WriteRawValue(data.RootElement.GetRawText());
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsJson(string mediaType) =>
        mediaType.Split(';')[0].Trim() is var type && (type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
}
