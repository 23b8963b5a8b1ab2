using System.Collections.Concurrent;
using System.Text.Json;

namespace Madoguchi.Customers.Phones;

/// <summary>The numbering plans of the world: libphonenumber's data, as libphonenumber-js packs it, inside the program. A country's is read when it is first needed.</summary>
internal static class NumberingPlans
{
    private static readonly JsonElement Data = Load();
    private static readonly ConcurrentDictionary<string, Territory> Read = new();

    /// <summary>The countries that share a calling code, the main one first; the numbers of no country under their code itself. None when nobody has the code.</summary>
    public static IReadOnlyList<Territory> WithCode(string code) =>
        Data.GetProperty("country_calling_codes").TryGetProperty(code, out var countries) ? [.. countries.EnumerateArray().Select(c => Of(c.GetString()!))]
        : Data.GetProperty("nonGeographic").TryGetProperty(code, out var none) ? [Read.GetOrAdd(code, _ => new(code, none))] : [];

    public static Territory Of(string country) => Read.GetOrAdd(country, c => new(c, Data.GetProperty("countries").GetProperty(c)));

    private static JsonElement Load()
    {
        using var stream = typeof(NumberingPlans).Assembly.GetManifestResourceStream("phones.json") ?? throw new InvalidOperationException("The numbering plans are missing from the program.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
