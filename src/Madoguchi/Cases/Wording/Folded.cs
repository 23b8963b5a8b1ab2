using System.Globalization;
using System.Text;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Wording;

/// <summary>A text as it is compared: width, case, white space and the two kana are one, as the search folds. Each sign knows where it stood, so that
/// what is found can be shown as it was written.</summary>
public sealed class Folded
{
    private readonly string original;
    private readonly int[] places;

    private Folded(string original, string text, int[] places) => (this.original, Text, this.places) = (original, text, places);

    public string Text { get; }

    public static Folded Of(string original)
    {
        var (text, places) = (new StringBuilder(original.Length), new List<int>(original.Length + 1));
        int[] starts = [.. StringInfo.ParseCombiningCharacters(original), original.Length];
        foreach (var (from, to) in starts.Zip(starts.Skip(1)))
        {
            foreach (var sign in PlainText.Normal(original[from..to], NormalizationForm.FormKC))
            {
                var folded = Sign(sign);
                if (folded is ' ' && (text.Length == 0 || text[^1] is ' ' or '\n'))
                    continue;
                text.Append(folded);
                places.Add(from);
            }
        }

        places.Add(original.Length);
        return new(original, text.ToString(), [.. places]);
    }

    /// <summary>The same for a phrase or a word, without the way back.</summary>
    public static string Plain(string text) => Of(text).Text.Trim();

    /// <summary>What stands there, as it was written.</summary>
    public string Written(int start, int length) => original[places[start]..places[start + length]].Trim();

    private static char Sign(char sign) => sign switch
    {
        '\n' => '\n',
        _ when char.IsWhiteSpace(sign) => ' ',
        '’' or '‘' or '`' => '\'',
        '“' or '”' => '"',
        '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
        >= 'ぁ' and <= 'ゖ' or 'ゝ' or 'ゞ' => (char)(sign + 0x60),
        _ => char.ToLowerInvariant(sign),
    };
}
