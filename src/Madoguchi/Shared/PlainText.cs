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

    public static string Clean(string text) =>
        text.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC).Trim();

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

    /// <summary>Signs that turn the reading direction or hide: harmless in a story, a disguise in a name.</summary>
    public static bool HasDisguise(string line) =>
        line.Any(c => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or >= '\u200B' and <= '\u200F' or '\uFEFF' || (char.IsControl(c) && c != '\t'));
}
