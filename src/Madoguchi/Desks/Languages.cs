namespace Madoguchi.Desks;

public static class Languages
{
    /// <summary>Regions do not part people who understand each other: who speaks <c>en</c> reads <c>en-GB</c>.</summary>
    public static bool Include(this IEnumerable<string> languages, string language) =>
        languages.Any(l => string.Equals(Primary(l), Primary(language), StringComparison.OrdinalIgnoreCase));

    private static string Primary(string language) => language.Split('-', 2)[0];
}
