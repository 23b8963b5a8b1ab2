using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Madoguchi.Shared;

public static class Json
{
    /// <summary>Strict in, legible out: unknown, missing and null members are refused; 窓口 stays 窓口.</summary>
    public static readonly JsonSerializerOptions Options = Set(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>For reading what we wrote ourselves: members that were null were left out, and are no mistake.</summary>
    public static readonly JsonSerializerOptions Kept = new(Options) { RespectRequiredConstructorParameters = false, UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public static JsonSerializerOptions Set(JsonSerializerOptions json)
    {
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        json.AllowDuplicateProperties = false;
        json.PropertyNameCaseInsensitive = false;
        // 窓口 and 😀 as they are. Its "unsafe" is about JSON pasted into HTML, which we never do.
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.TypeInfoResolver = (json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(TakeOnlyMembers);
        return json;
    }

    // What a body works out from its members is no member: it would be taken, forgotten, and described.
    private static void TakeOnlyMembers(JsonTypeInfo type)
    {
        if (!typeof(IChecked).IsAssignableFrom(type.Type))
            return;
        foreach (var workedOut in type.Properties.Where(p => p.Set is null).ToList())
            type.Properties.Remove(workedOut);
    }
}
