using System.Globalization;

namespace Madoguchi.Search;

/// <summary>A piece of a text around what was sought, on one line.</summary>
/// <param name="Marks">Where the sought words stand in it: start and length in UTF-16 units, from left to right, never overlapping.</param>
public sealed record Snippet(string Text, IReadOnlyList<int[]> Marks)
{
    private const int Before = 24;
    private const int Length = 120;

    /// <summary>Null when not all of the words stand in the text.</summary>
    public static Snippet? Of(string original, Sought sought)
    {
        var folded = Folded.Of(original);
        if (!sought.IsIn(folded.Text))
            return null;
        var marks = Merged(sought.Places(folded.Text).Select(p => folded.Origin(p.Start, p.Length)));
        var from = marks[0].Start <= Before + 6 ? 0 : Border(original, marks[0].Start - Before);
        var to = original.Length - from <= Length + 6 ? original.Length : Border(original, Math.Max(from + Length, Math.Min(marks[0].End, from + (2 * Length))));
        var (head, tail) = (from > 0 ? "…" : "", to < original.Length ? "…" : "");
        return new(
            head + OneLine(original[from..to]) + tail,
            [.. marks.Where(m => m.Start < to).Select(m => new[] { m.Start - from + head.Length, Math.Min(m.End, to) - m.Start })]);
    }

    private static List<(int Start, int End)> Merged(IEnumerable<(int Start, int End)> marks)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var mark in marks.OrderBy(m => m.Start))
        {
            if (merged.Count > 0 && mark.Start < merged[^1].End)
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, mark.End));
            else
                merged.Add(mark);
        }

        return merged;
    }

    // At the border of what people see as one character, at or before this place.
    private static int Border(string text, int at)
    {
        var from = Math.Max(0, at - 64);
        if (from > 0 && char.IsLowSurrogate(text[from]))
            from--;
        for (var next = from; next < text.Length; next += StringInfo.GetNextTextElementLength(text, next))
        {
            if (next + StringInfo.GetNextTextElementLength(text, next) > at)
                return next;
        }

        return text.Length;
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c));
}
