using System.Text;
using System.Text.RegularExpressions;

namespace Madoguchi.Tests.Rig;

/// <summary>A mail as a mail program reads it: headers unfolded and decoded, the text decoded.</summary>
public sealed partial record Eml(IReadOnlyDictionary<string, string> Headers, string Text, string Raw)
{
    public string EnvelopeFrom { get; init; } = "";

    public string EnvelopeTo { get; init; } = "";

    public string this[string header] => Headers[header];

    /// <summary>The customer's link in it.</summary>
    public string Link => Address().Match(Text).Value;

    /// <summary>The token in the link.</summary>
    public string Token => Link[(Link.LastIndexOf('/') + 1)..];

    public string SixDigits => Digits().Match(Text).Value;

    public static Eml Read(byte[] bytes)
    {
        var raw = Encoding.Latin1.GetString(bytes);
        Assert.DoesNotContain(raw, c => c > 126);
        Assert.All(raw.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.DoesNotContain('\n', raw.Replace("\r\n", "", StringComparison.Ordinal));
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = Folded().Replace(raw[..end], " ").Split("\r\n").Select(h => h.Split(": ", 2)).ToDictionary(h => h[0], h => Decode(h[1]), StringComparer.OrdinalIgnoreCase);
        Assert.Equal("base64", headers["Content-Transfer-Encoding"]);
        return new Eml(headers, Encoding.UTF8.GetString(Convert.FromBase64String(raw[(end + 4)..].Replace("\r\n", "", StringComparison.Ordinal))), raw);
    }

    private static string Decode(string value) =>
        Word().Replace(Between().Replace(value, "$1"), m => Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups[1].Value)));

    [GeneratedRegex("\r\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex(@"(=\?utf-8\?B\?[A-Za-z0-9+/=]*\?=)\s+(?==\?utf-8\?B\?)")]
    private static partial Regex Between();

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=")]
    private static partial Regex Word();

    [GeneratedRegex(@"https?://\S+/c/mt_[A-Za-z0-9_-]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex Digits();
}
