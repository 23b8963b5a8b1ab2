using System.Globalization;
using System.Text;

namespace Madoguchi.Mail.Writing;

/// <summary>A letter on its way, link and code filled in.</summary>
/// <param name="Name">Who writes, beside our address.</param>
public sealed record Written(string MessageId, string From, string? Name, string To, string Subject, string Text, string Language, DateTimeOffset At);

/// <summary>A mail as bytes (RFC 5322, 2045, 2047): ASCII lines of at most 76 characters, whatever is written in it.</summary>
public static class Mime
{
    // 52 characters in base64: with the wrapping of an encoded word and the header's name, fewer than the 76 that a line may have.
    private const int WordBytes = 39;

    public static byte[] Write(Written mail)
    {
        var text = new StringBuilder()
            .Append(Header("Message-ID", $"<{mail.MessageId}@{mail.From[(mail.From.LastIndexOf('@') + 1)..]}>"))
            .Append(Header("Date", mail.At.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture)))
            .Append(Header("From", mail.Name is null ? mail.From : $"{Encoded(mail.Name)}\r\n <{mail.From}>"))
            .Append(Header("To", mail.To))
            .Append(Header("Subject", Encoded(mail.Subject)))
            .Append(Header("MIME-Version", "1.0"))
            .Append(Header("Content-Type", "text/plain; charset=utf-8"))
            .Append(Header("Content-Transfer-Encoding", "base64"))
            .Append(Header("Content-Language", mail.Language))
            .Append(Header("Auto-Submitted", "auto-generated")) // nobody's holiday is answered to
            .Append("\r\n");
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes(mail.Text.ReplaceLineEndings("\r\n") + "\r\n"));
        for (var at = 0; at < body.Length; at += 76)
            text.Append(body, at, Math.Min(76, body.Length - at)).Append("\r\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static string Header(string name, string value) => $"{name}: {value}\r\n";

    /// <summary>Words for a header: never more than one line's worth, and always encoded, so that no sign in them means anything.</summary>
    public static string Encoded(string words)
    {
        var line = new string([.. words.Where(c => !char.IsControl(c))]);
        var (parts, part) = (new List<string>(), new StringBuilder());
        foreach (var rune in line.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(part.ToString()) + rune.Utf8SequenceLength > WordBytes)
            {
                parts.Add(part.ToString());
                part.Clear();
            }

            part.Append(rune);
        }

        if (part.Length > 0)
            parts.Add(part.ToString());
        return string.Join("\r\n ", parts.Select(p => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(p))}?="));
    }
}
