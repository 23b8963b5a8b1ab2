namespace Madoguchi.Cases.Wording;

/// <summary>A word in a text, both folded. Latin words end at their ends (no "app" in "happy"); a plural is the same word.</summary>
public static class Word
{
    /// <summary>Where it stands first, or a negative number.</summary>
    public static int In(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); word.Length > 0 && at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!Joins(text, at - 1, word[0]) && !Joins(text, at + word.Length, word[^1]))
                return at;
        }

        return -1;
    }

    private static bool Joins(string text, int at, char edge) =>
        at >= 0 && at < text.Length && char.IsAsciiLetterOrDigit(edge) && char.IsAsciiLetterOrDigit(text[at])
        && !(text[at] == 's' && (at + 1 == text.Length || !char.IsAsciiLetter(text[at + 1])));
}
