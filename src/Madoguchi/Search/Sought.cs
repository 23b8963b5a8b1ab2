using Madoguchi.Shared;

namespace Madoguchi.Search;

/// <summary>What is looked for: words between blanks, all of them in one text, each as it stands there when both are folded.
/// A Latin word or a number is found from its beginning.</summary>
public sealed class Sought
{
    public const int Longest = 200;
    private readonly IReadOnlyList<string> words;
    private readonly IReadOnlyList<(string Piece, bool IsBegin)> pieces;

    private Sought(IReadOnlyList<string> words)
    {
        this.words = words;
        pieces = [.. words.SelectMany(Pieces.Sought).Distinct()];
    }

    /// <summary>No letter and no digit: nothing is found.</summary>
    public bool IsNothing => pieces.Count == 0;

    /// <summary>For SQLite's full-text index.</summary>
    public string Match => string.Join(" AND ", pieces.Select(p => p.IsBegin ? $"\"{p.Piece}\" *" : $"\"{p.Piece}\""));

    /// <summary>For PostgreSQL's.</summary>
    public string Query => string.Join(" & ", pieces.Select(p => p.IsBegin ? $"'{p.Piece}':*" : $"'{p.Piece}'"));

    public static bool IsUsable(string? q) => !string.IsNullOrWhiteSpace(q) && q.Length <= Longest && PlainText.IsStorable(q);

    public static Sought Read(string q) =>
        new([.. Folded.Of(q).Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WithoutMarks).Where(w => w.Length > 0).Distinct()]);

    public bool IsIn(string folded) => words.All(w => Next(folded, w, 0) >= 0);

    /// <summary>Every place where a word stands in the folded text, from left to right.</summary>
    public IReadOnlyList<(int Start, int Length)> Places(string folded)
    {
        var places = new List<(int Start, int Length)>();
        foreach (var word in words)
        {
            for (var at = Next(folded, word, 0); at >= 0; at = Next(folded, word, at + word.Length))
                places.Add((at, word.Length));
        }

        return [.. places.OrderBy(p => p.Start).ThenByDescending(p => p.Length)];
    }

    private static int Next(string folded, string word, int from)
    {
        for (var at = from; at <= folded.Length - word.Length; at++)
        {
            at = folded.IndexOf(word, at, StringComparison.Ordinal);
            if (at < 0 || !Pieces.IsInside(folded, at))
                return at;
        }

        return -1;
    }

    // A mark without the letter that it stands on says nothing.
    private static string WithoutMarks(string word)
    {
        var start = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (!Pieces.IsMark(rune))
                break;
            start += rune.Utf16SequenceLength;
        }

        return word[start..];
    }
}
