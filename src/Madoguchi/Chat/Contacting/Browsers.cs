using System.Text.RegularExpressions;

namespace Madoguchi.Chat.Contacting;

/// <summary>Browser and system as a person would name them, from what every browser says of itself. What it hides is not guessed at.</summary>
public static partial class Browsers
{
    // The first that fits: each of them also claims to be those below it.
    private static readonly (string Sign, string Name)[] Names =
    [
        ("Line/", "LINE"), ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("YaBrowser/", "Yandex"),
        ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("HeadlessChrome/", "Chrome"), ("Chrome/", "Chrome"), ("Version/", "Safari"),
    ];

    public static string? Browser(string userAgent)
    {
        var (sign, name) = Names.FirstOrDefault(n => userAgent.Contains(n.Sign, StringComparison.Ordinal));
        if (sign is null || (name is "Safari" && !userAgent.Contains("Safari/", StringComparison.Ordinal)))
            return null;
        var version = string.Concat(userAgent[(userAgent.IndexOf(sign, StringComparison.Ordinal) + sign.Length)..].TakeWhile(char.IsAsciiDigit));
        return version.Length is 0 or > 4 ? name : $"{name} {version}";
    }

    /// <param name="platform">The hint <c>Sec-CH-UA-Platform</c>, where there is one.</param>
    public static string? System(string userAgent, string? platform = null)
    {
        if (Apple().Match(userAgent) is { Success: true } apple)
            return $"{(userAgent.Contains("iPad", StringComparison.Ordinal) ? "iPadOS" : "iOS")} {apple.Groups[1].Value.Replace('_', '.')}";
        if (Android().Match(userAgent) is { Success: true } android)
            return android.Groups[1].Value is "10" && userAgent.Contains("; K)", StringComparison.Ordinal) ? "Android" : $"Android {android.Groups[1].Value}"; // "10; K" is said of every newer one
        return userAgent.Contains("Windows NT", StringComparison.Ordinal) ? "Windows"
            : userAgent.Contains("CrOS", StringComparison.Ordinal) ? "ChromeOS"
            : userAgent.Contains("Macintosh", StringComparison.Ordinal) ? "macOS"
            : userAgent.Contains("Linux", StringComparison.Ordinal) ? "Linux"
            : platform?.Trim('"') is { Length: > 0 and <= 20 } said && said.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ') ? said : null;
    }

    [GeneratedRegex("(?:iPhone OS|CPU OS) ([0-9]{1,3}(?:_[0-9]{1,3}){0,2})")]
    private static partial Regex Apple();

    [GeneratedRegex(@"Android ([0-9]{1,3}(?:\.[0-9]{1,3}){0,2})")]
    private static partial Regex Android();
}
