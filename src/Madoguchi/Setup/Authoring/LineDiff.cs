namespace Madoguchi.Setup.Authoring;

/// <param name="Sign"><c>+</c> only in the newer text, <c>-</c> only in the older one, a blank in both.</param>
public sealed record DiffLine(char Sign, string Text)
{
    /// <summary>The class on the page.</summary>
    public string? Mark => Sign switch
    {
        '+' => "more",
        '-' => "less",
        _ => null,
    };
}

/// <summary>How two texts differ, line by line, by their longest common sequence.</summary>
public static class LineDiff
{
    // Texts with more lines are shown as "all of it gone, all of it new": a table of lengths would grow with the square.
    private const int Most = 2_000;

    public static IReadOnlyList<DiffLine> Of(string older, string newer)
    {
        var (a, b) = (Lines(older), Lines(newer));
        if (a.Length > Most || b.Length > Most)
            return [.. a.Select(l => new DiffLine('-', l)), .. b.Select(l => new DiffLine('+', l))];

        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var diff = new List<DiffLine>();
        for (var (i, j) = (0, 0); i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
                (_, i, j) = (Add(' ', a[i]), i + 1, j + 1);
            else if (i < a.Length && (j == b.Length || common[i + 1, j] >= common[i, j + 1]))
                (_, i) = (Add('-', a[i]), i + 1);
            else
                (_, j) = (Add('+', b[j]), j + 1);
        }

        return diff;

        bool Add(char sign, string text)
        {
            diff.Add(new(sign, text));
            return true;
        }
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') is { Length: > 0 } some ? some.Split('\n') : [];
}
