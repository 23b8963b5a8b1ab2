using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Madoguchi.Cases.Wording;

/// <summary>A list of phrases that people can write and read: <c>…</c> stands for a few words in the same sentence, <c>(a|b)</c> for either,
/// an empty side makes it optional, <c>^</c> and <c>$</c> are the sentence's ends. All else is meant as it stands, whatever its width, case or kana.</summary>
public sealed class Phrases
{
    /// <summary>The most that one list holds, and the longest phrase.</summary>
    public const int Most = 400;
    public const int Longest = 250;
    private const int Gaps = 4;
    internal const char Gap = '\uE000';
    private const int Kept = 64;
    private static readonly ConcurrentDictionary<string, Phrases> Read = new();
    private readonly IReadOnlyList<Regex> all;

    private Phrases(IReadOnlyList<Regex> all) => this.all = all;

    public static Phrases Of(IEnumerable<string> lines)
    {
        var list = string.Join('\n', lines);
        // Lists change seldom; full, it begins anew.
        if (Read.Count > Kept)
            Read.Clear();
        return Read.GetOrAdd(list, key => new([.. key.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Compile(line))]));
    }

    /// <summary>Why this is no phrase, or nothing.</summary>
    public static string? Wrong(string line, int longest = Longest)
    {
        var depth = 0;
        foreach (var sign in Prepare(line))
        {
            depth += sign switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth is < 0 or > 3)
                break;
        }

        return string.IsNullOrWhiteSpace(line) || line.Length > longest ? $"A phrase has 1 to {longest} characters."
            : depth != 0 ? "Every ( needs its )."
            : Prepare(line).Count(c => c == Gap) > Gaps ? $"At most {Gaps} gaps in one phrase."
            : !Prepare(line).Any(char.IsLetterOrDigit) || Compile(line).Matches("-x 々").Any(m => m.Length == 0) ? "A phrase has words of its own: this one is everywhere."
            : null;
    }

    /// <summary>Where in a folded sentence, in order; what overlaps is one.</summary>
    public IReadOnlyList<(int Start, int Length)> In(string sentence)
    {
        var found = new List<(int Start, int Length)>();
        foreach (Match match in all.SelectMany(one => one.Matches(sentence)).OrderBy(m => m.Index))
        {
            if (found is [.., var last] && match.Index < last.Start + last.Length)
                found[^1] = (last.Start, Math.Max(last.Length, match.Index + match.Length - last.Start));
            else
                found.Add((match.Index, match.Length));
        }

        return found;
    }

    public bool AreIn(string sentence) => all.Any(one => one.IsMatch(sentence));

    /// <param name="sentences">What it is looked for in are whole sentences, with the signs that end them.</param>
    // No phrase, however it is written, can make the machine think for long: hence without backtracking.
    internal static Regex Compile(string line, bool sentences = false) => new(Pattern(line, sentences), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    internal static string Prepare(string line) => Folded.Plain(line.Replace("...", "…", StringComparison.Ordinal).Replace('…', Gap).Replace('〜', Gap));

    private static string Pattern(string line, bool sentences)
    {
        var prepared = Prepare(line);
        var pattern = new StringBuilder();
        var between = sentences && IsLatin(prepared, 0) ? @"\b[^。!?\n]{0,28}?\b" : @"[^。!?\n]{0,28}?"; // whole words stand beside a gap
        foreach (var sign in prepared)
        {
            pattern.Append(sign switch
            {
                Gap => between, // as few as will do: what comes after it is another matter
                '(' => "(?:",
                ')' => ")",
                '|' => "|",
                '^' => @"^\s*",
                '$' => sentences ? @"[\s。!?.…]*$" : @"\s*$",
                ' ' => " ?",
                _ => Regex.Escape(sign.ToString()),
            });
        }

        // Latin words end at their ends: no "call us" in "recall us".
        var (before, after) = (IsLatin(prepared, 0) && !prepared.Contains('^', StringComparison.Ordinal) ? @"\b" : "", IsLatin(prepared, prepared.Length - 1) ? @"\b" : "");
        return $"{before}(?:{pattern}){after}";
    }

    // Where a phrase has Japanese, too, its words run on: "SNSに" has no end between S and に.
    private static bool IsLatin(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '(' or ')') && text.Any(char.IsAsciiLetter) && !text.Any(c => c is >= '぀' and <= '鿿');
}
