using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Madoguchi.Shared;

/// <summary>Text as it is stored: NFC, line feeds only, no trailing space. Searching folds further (NFKC).</summary>
public static class PlainText
{
    /// <summary>The longest story or message, in UTF-16 units.</summary>
    public const int Story = 20_000;

    /// <summary>The longest single line: a name, a subject, a fact's key.</summary>
    public const int Line = 200;

    private const int MarksInARow = 30;

    private const char Joiner = '\u034F';

    public static string Clean(string text) =>
        Normal(text.ReplaceLineEndings("\n"), NormalizationForm.FormC).Trim();

    /// <summary>Normalised in a time that grows with the text and not with its square: a thousand accents on one letter would be sorted for seconds.
    /// After thirty in a row stands a joiner that nobody sees, as the Stream-Safe Text Format has it (UAX #15).</summary>
    public static string Normal(string text, NormalizationForm form) => StreamSafe(text).Normalize(form);

    /// <summary>A single line to show in a list: white space folded, cut at a character border.</summary>
    public static string Preview(string text, int length)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= length)
            return line;

        var info = new StringInfo(line);
        var cut = new StringBuilder();
        for (var i = 0; i < info.LengthInTextElements && cut.Length < length; i++)
            cut.Append(info.SubstringByTextElements(i, 1));
        return cut.Append('…').ToString();
    }

    /// <summary>Nobody sees anything of it: white space, or signs that only steer.</summary>
    public static bool SaysNothing([NotNullWhen(false)] string? text) => text is null || text.All(c => char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control);

    /// <summary>The first so many signs, none of them halved: half a pair cannot be normalised, nor kept.</summary>
    public static string Beginning(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    public static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\0' or '\uFFFE') // PostgreSQL refuses the one, Normalize the other
                return false;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }

        return true;
    }

    private static string StreamSafe(string text)
    {
        StringBuilder? safe = null;
        var (run, copied) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            run = text[i] != Joiner && (char.IsLowSurrogate(text[i]) || CharUnicodeInfo.GetUnicodeCategory(text, i) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
                ? run + 1 : 0;
            if (run <= MarksInARow || char.IsLowSurrogate(text[i]))
                continue;
            (safe ??= new(text.Length + text.Length / MarksInARow)).Append(text, copied, i - copied).Append(Joiner);
            (run, copied) = (1, i);
        }

        return safe is null ? text : safe.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Signs that turn the reading direction or hide: harmless in a story, a disguise in a name.</summary>
    public static bool HasDisguise(string line) =>
        line.Any(c => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or >= '\u200B' and <= '\u200F' or '\uFEFF' || (char.IsControl(c) && c != '\t'));
}
