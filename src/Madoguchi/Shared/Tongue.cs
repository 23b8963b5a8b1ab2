using System.Globalization;

namespace Madoguchi.Shared;

/// <summary>A language that the pages speak. Both texts stand side by side where they are used (docs/adr/0004).</summary>
public sealed record Tongue
{
    public static readonly Tongue Japanese = new("ja");
    public static readonly Tongue English = new("en");

    private Tongue(string code) => (Code, Culture) = (code, CultureInfo.GetCultureInfo(code == "ja" ? "ja-JP" : "en-GB"));

    /// <summary>BCP 47: <c>ja</c> or <c>en</c>.</summary>
    public string Code { get; }

    public CultureInfo Culture { get; }

    public Tongue Other => Code == "ja" ? English : Japanese;

    public string this[string ja, string en] => Code == "ja" ? ja : en;

    public static Tongue Of(string? code) => code is not null && code.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? Japanese : English;

    /// <summary>What the page was asked for: <c>?lang=</c>, then the cookie, then <c>Accept-Language</c>; otherwise Japanese.</summary>
    public static Tongue Asked(HttpContext http)
    {
        if (http.Request.Query["lang"].ToString() is "ja" or "en")
            return Of(http.Request.Query["lang"]);
        if (http.Request.Cookies["lang"] is ("ja" or "en") and var kept)
            return Of(kept);
        foreach (var wish in http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1))
        {
            if (wish.Value.StartsWith("ja", StringComparison.OrdinalIgnoreCase))
                return Japanese;
            if (wish.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                return English;
        }

        return Japanese;
    }
}
