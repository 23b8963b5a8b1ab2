using System.Text;

namespace Madoguchi.Evidence.Mails;

/// <summary>The head of a mail (RFC 5322 §2.2): names and unfolded values in their order, up to the first empty line. Read from the start of a file,
/// however long that is, and bounded in every direction.</summary>
public sealed record MailHeaders(IReadOnlyList<(string Name, string Value)> All, bool More)
{
    /// <summary>Bytes within which a head is looked for.</summary>
    public const int MostBytes = 256 * 1024;

    private const int Most = 500;
    private const int LongestValue = 16 * 1024;
    private const int LongestName = 76;

    // Any two of these, and it is a mail's head and not a list of somebody's notes.
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "Received", "From", "To", "Subject", "Date", "Message-ID", "Return-Path", "Delivered-To", "Reply-To", "MIME-Version", "Content-Type", "DKIM-Signature", "Authentication-Results", "ARC-Seal", "Received-SPF",
    };

    public string? First(string name) => All.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).FirstOrDefault();

    public IEnumerable<string> Each(string name) => All.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);

    /// <summary>Nothing when this is no mail.</summary>
    public static MailHeaders? Read(ReadOnlySpan<byte> start)
    {
        start = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        var text = Written(start[..Math.Min(start.Length, MostBytes)]).TrimStart('\r', '\n', ' ', '\t');
        var (headers, more, unfolded) = (new List<(string, string)>(), false, new StringBuilder());
        string? name = null;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
                break;
            if (headers.Count == Most)
            {
                more = true;
                break;
            }

            if (line[0] is ' ' or '\t')
            {
                more |= unfolded.Length > LongestValue;
                if (unfolded.Length <= LongestValue)
                    unfolded.Append(' ').Append(line.Trim());
                continue;
            }

            Keep();
            if (Name(line) is { } next)
                (name, _) = (next, unfolded.Append(line[(next.Length + 1)..].Trim()));
            else if (headers.Count > 0 || !line.StartsWith("From ", StringComparison.Ordinal)) // mailboxes begin so
                break;
        }

        Keep();
        return headers.Select(h => h.Item1).Where(Known.Contains).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= 2 ? new MailHeaders(headers, more) : null;

        void Keep()
        {
            if (name is not null)
                headers.Add((name, unfolded.Length > LongestValue ? unfolded.ToString(0, LongestValue) : unfolded.ToString()));
            unfolded.Clear();
            name = null;
        }
    }

    // Most heads are ASCII; newer ones UTF-8; what is neither is read byte by byte, so that nothing is lost.
    private static string Written(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);

    private static string? Name(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        return colon is > 0 and <= LongestName && !line[..colon].ContainsAnyExceptInRange('!', '~') ? line[..colon].ToString() : null;
    }
}
