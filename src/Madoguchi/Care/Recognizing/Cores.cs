using Madoguchi.Cases.Wording;

namespace Madoguchi.Care.Recognizing;

/// <summary>What has to stand in a text, letter for letter, for a phrase to be in it: one of these. So that hundreds of phrases cost an ordinary message next to nothing.</summary>
public static class Cores
{
    /// <summary>None: only a look can tell.</summary>
    public static IReadOnlyList<string> Of(string line)
    {
        var at = 0;
        return Sequence(Phrases.Prepare(line), ref at) ?? [];
    }

    // Either side of a "|", up to the end of the group: all of them, when each has one.
    private static List<string>? Either(string line, ref int at)
    {
        var (all, whole) = (new List<string>(), true);
        while (true)
        {
            if (Sequence(line, ref at) is { } one)
                all.AddRange(one);
            else
                whole = false;
            if (at >= line.Length || line[at++] is ')')
                return whole ? all : null;
        }
    }

    private static List<string>? Sequence(string line, ref int at)
    {
        var (best, from) = ((List<string>?)null, at);
        while (true)
        {
            var sign = at < line.Length ? line[at] : ')';
            if (sign is not ('(' or ')' or '|' or ' ' or '^' or '$' or Phrases.Gap))
            {
                at++;
                continue;
            }

            if (at > from)
                best = Better(best, [line[from..at]]);
            if (sign is ')' or '|')
                return best;
            at++;
            if (sign is '(')
                best = Better(best, Either(line, ref at));
            from = at;
        }
    }

    // The longest is the rarest.
    private static List<string>? Better(List<string>? one, List<string>? other) =>
        one is null ? other : other is null ? one : other.Min(c => c.Length) > one.Min(c => c.Length) ? other : one;
}
