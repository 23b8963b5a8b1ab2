namespace Madoguchi.Shared;

/// <summary>The rules for texts from outside, in words that say what to do.</summary>
public static class Checks
{
    /// <summary>Words of a person: any sign, many lines, but something.</summary>
    public static IEnumerable<(string Pointer, string Why)> Words(string at, string text, int longest = PlainText.Story)
    {
        if (PlainText.SaysNothing(text))
            yield return (at, "Something must be written here.");
        else if (text.Length > longest)
            yield return (at, $"At most {longest} characters; this has {text.Length}.");
    }

    /// <summary>A single line, nothing hidden in it; null passes.</summary>
    public static IEnumerable<(string Pointer, string Why)> Line(string at, string? text, int longest = PlainText.Line)
    {
        if (text is null)
            yield break;
        if (string.IsNullOrWhiteSpace(text))
            yield return (at, "Leave it out, or write something.");
        else if (text.Length > longest)
            yield return (at, $"At most {longest} characters; this has {text.Length}.");
        else if (PlainText.HasDisguise(text))
            yield return (at, "Line breaks, control and direction signs are not allowed here.");
    }

    public static IEnumerable<(string Pointer, string Why)> Language(string at, string? code)
    {
        if (code is not null && (code.Length is < 2 or > 12 || !code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiLetterUpper(c) || c == '-' || char.IsAsciiDigit(c))))
            yield return (at, "A language code such as ja or en is needed.");
    }
}
