using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Noting;

/// <summary>Somebody who may be called into a case by name.</summary>
/// <param name="Sees">Whether they may see this one.</param>
public sealed record Mentionable(Id<Agent> Id, string Name, bool Sees);

/// <summary>Names called by <c>@</c> in a note. Pure.</summary>
public static class Mentions
{
    /// <summary>Each once, in the order in which they are called. Of names that begin alike the longest counts; width, case and spaces make no difference.</summary>
    public static IReadOnlyList<Mentionable> In(string text, IReadOnlyList<Mentionable> people)
    {
        var called = new List<Mentionable>();
        for (var at = text.IndexOfAny(['@', '＠']); at >= 0; at = text.IndexOfAny(['@', '＠'], at + 1))
        {
            if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))
                continue; // a mail address
            var lengths = people.Select(p => (Person: p, Length: Match(text, at + 1, p.Name))).Where(m => m.Length > 0).ToList();
            called.AddRange(lengths.Where(m => m.Length == lengths.Max(l => l.Length)).Select(m => m.Person));
        }

        return [.. called.Distinct()];
    }

    // How far the name reaches into the text from here; 0 where it is another name.
    private static int Match(string text, int from, string name)
    {
        var at = from;
        foreach (var sign in name.Where(c => !char.IsWhiteSpace(c)))
        {
            while (at > from && at < text.Length && text[at] is ' ' or '　')
                at++;
            if (at >= text.Length || Same(text[at]) != Same(sign))
                return 0;
            at++;
        }

        return at < text.Length && char.IsAsciiLetterOrDigit(text[at]) && char.IsAsciiLetterOrDigit(text[at - 1]) ? 0 : at - from;
    }

    private static char Same(char c) => char.ToLowerInvariant(c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c);
}
