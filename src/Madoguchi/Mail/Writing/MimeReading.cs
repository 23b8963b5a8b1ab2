using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Madoguchi.Mail.Writing;

/// <summary>A letter as its reader sees it.</summary>
public sealed record ReadMail(string From, string To, string Subject, DateTimeOffset At, string Text);

/// <summary>Reads what <see cref="Mime"/> has written; other mails have more shapes than these.</summary>
public static partial class MimeReading
{
    public static ReadMail? Read(byte[] bytes)
    {
        var raw = Encoding.ASCII.GetString(bytes);
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return null;
        var headers = raw[..end].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n").Select(h => h.Split(": ", 2)).Where(h => h.Length == 2).ToDictionary(h => h[0], h => Decoded(h[1]));
        var body = new byte[raw.Length];
        return DateTimeOffset.TryParse(headers.GetValueOrDefault("Date"), CultureInfo.InvariantCulture, out var at) && Convert.TryFromBase64String(raw[(end + 4)..], body, out var length)
            ? new ReadMail(headers.GetValueOrDefault("From", ""), headers.GetValueOrDefault("To", ""), headers.GetValueOrDefault("Subject", ""), at, Encoding.UTF8.GetString(body, 0, length).ReplaceLineEndings("\n").Trim())
            : null;
    }

    // White space between two encoded words belongs to neither.
    private static string Decoded(string value) =>
        Word().Replace(Between().Replace(value, "$1"), m => Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups[1].Value)));

    [GeneratedRegex(@"(\?=)\s+(?==\?utf-8\?B\?)")]
    private static partial Regex Between();

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=")]
    private static partial Regex Word();
}
