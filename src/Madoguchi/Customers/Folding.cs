using System.Text;
using Madoguchi.Shared;

namespace Madoguchi.Customers;

/// <summary>Names folded for finding: width, case, white space and the two kana are all one. ﾔﾏﾉ finds やまの.</summary>
public static class Folding
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in PlainText.Normal(text, NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(c) && c is not '・')
                folded.Append(Sign(c));
        }

        return folded.ToString();
    }

    /// <summary>One sign, of a text in NFKC: katakana and lower case.</summary>
    public static char Sign(char c) => c is >= 'ぁ' and <= 'ゖ' or 'ゝ' or 'ゞ' ? (char)(c + 0x60) : char.ToLowerInvariant(c);
}
