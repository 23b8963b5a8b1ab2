using System.Text;
using Madoguchi.Shared;

namespace Madoguchi.Evidence.Reading;

/// <summary>Words of a file as people may read them: one line, nothing hidden in it, nothing that turns the reading direction, storable everywhere.</summary>
public static class OneLine
{
    /// <returns>Nothing when nothing is left.</returns>
    public static string? Clean(string? text, int longest)
    {
        if (text is null)
            return null;
        var line = new StringBuilder();
        var space = false;
        foreach (var sign in text.AsSpan(0, Math.Min(text.Length, longest * 4)).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(sign) || Rune.IsControl(sign))
            {
                space = line.Length > 0;
                continue;
            }

            var shown = sign.ToString();
            if (PlainText.HasDisguise(shown) || !PlainText.IsStorable(shown))
                continue;
            if (line.Length + shown.Length + 1 > longest)
                break;
            if (space)
                line.Append(' ');
            line.Append(shown);
            space = false;
        }

        return line.Length == 0 ? null : line.ToString();
    }
}
