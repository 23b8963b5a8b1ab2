using Madoguchi.Evidence.Reading;

namespace Madoguchi.Evidence.Mails;

/// <summary>What servers noted about who sent a mail (<c>Authentication-Results</c>, RFC 8601).</summary>
public static class NotedResults
{
    public const int Most = 20;
    private const int Longest = 200;

    // Where a result says whom it is about.
    private static readonly string[] About = ["header.i", "header.d", "header.from", "smtp.mailfrom", "smtp.helo"];

    public static IReadOnlyList<NotedResult> Of(IEnumerable<string> lines) => [.. lines.SelectMany(Read).Take(Most)];

    private static IEnumerable<NotedResult> Read(string line)
    {
        var parts = Comments.Without(line).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || OneLine.Clean(parts[0].Split(' ')[0], Longest) is not { } server)
            yield break;
        foreach (var part in parts.Skip(1))
        {
            var words = part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split('=', 2)).Where(w => w.Length == 2).ToList();
            if (words.Count == 0 || OneLine.Clean(words[0][0].Split('/')[0].ToLowerInvariant(), 40) is not { } method || OneLine.Clean(words[0][1].ToLowerInvariant(), 40) is not { } result)
                continue;
            var of = About.Select(a => words.Skip(1).FirstOrDefault(w => w[0].Equals(a, StringComparison.OrdinalIgnoreCase))?[1]).FirstOrDefault(w => w is not null);
            yield return new NotedResult(server, method, result, OneLine.Clean(of, Longest));
        }
    }
}
