using Madoguchi.Evidence.Reading;

namespace Madoguchi.Evidence.Mails;

/// <summary>The way that a mail took, from its <c>Received</c> lines: each server puts its own on top, so the last is the first.</summary>
public static class Route
{
    public const int MostHops = 40;
    private const int Longest = 200;

    public static IReadOnlyList<Hop> Of(IEnumerable<string> received, DateTimeOffset? sentAt)
    {
        var hops = new List<Hop>();
        var before = sentAt;
        foreach (var line in received.Take(MostHops).Reverse())
        {
            var hop = Read(line);
            hops.Add(hop with { Seconds = hop.At is { } at && before is { } then ? (long)(at - then).TotalSeconds : null });
            before = hop.At ?? before;
        }

        return hops;
    }

    private static Hop Read(string line)
    {
        // The time stands after the last semicolon; what comes before are words in pairs, and comments with what the server saw itself.
        var semicolon = line.LastIndexOf(';');
        var words = Comments.Without(semicolon < 0 ? line : line[..semicolon]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var from = After(words, "from");
        return new Hop(OneLine.Clean(from is not null && Seen(line) is { } address && !from.Contains(address, StringComparison.Ordinal) ? $"{from} [{address}]" : from, Longest),
            OneLine.Clean(After(words, "by"), Longest), OneLine.Clean(After(words, "with"), Longest), MailDate.Read(semicolon < 0 ? null : line[(semicolon + 1)..]));
    }

    private static string? After(string[] words, string which)
    {
        var at = Array.FindIndex(words, w => w.Equals(which, StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < words.Length ? words[at + 1] : null;
    }

    // Who really knocked: "from said.example (real.example [192.0.2.1])".
    private static string? Seen(string line)
    {
        var by = line.IndexOf(" by ", StringComparison.OrdinalIgnoreCase);
        var part = by < 0 ? line : line[..by];
        var open = part.IndexOf('[', StringComparison.Ordinal);
        var close = open < 0 ? -1 : part.IndexOf(']', open);
        return close > open + 1 && close - open <= 50 ? part[(open + 1)..close] : null;
    }
}
