using System.Globalization;
using System.Text;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Attaching;

/// <summary>A file's name as people may read it: one line, no path, nothing that hides or turns the reading direction. It never names a file of ours.</summary>
public static class FileName
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int Longest = 200;

    private const int LongestEnding = 20;

    public static string Clean(string? claimed)
    {
        var name = new StringBuilder();
        foreach (var sign in (claimed ?? "").EnumerateRunes().Where(IsShown))
            name.Append(sign);
        var last = PlainText.Normal(name.ToString(), NormalizationForm.FormC).Split('/', '\\')[^1].Trim().TrimEnd('.', ' ');
        return last.Length == 0 ? "file" : Cut(last);
    }

    // Zero-width joiners stay: families of emoji and some scripts are written with them. Half a surrogate pair arrives as U+FFFD.
    private static bool IsShown(Rune sign) =>
        !Rune.IsControl(sign) && (sign.Value & 0xFFFE) != 0xFFFE
        && sign.Value is not (0x061C or 0x200B or 0x200E or 0x200F or 0x2028 or 0x2029 or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F));

    // The ending stays: it is what the reader's computer goes by.
    private static string Cut(string name)
    {
        if (name.Length <= Longest)
            return name;
        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && name.Length - dot <= LongestEnding ? name[dot..] : "";
        var stem = new StringBuilder();
        var signs = StringInfo.GetTextElementEnumerator(name);
        while (signs.MoveNext() && stem.Length + signs.GetTextElement().Length <= Longest - ending.Length)
            stem.Append(signs.GetTextElement());
        return stem.Append(ending).ToString();
    }
}
