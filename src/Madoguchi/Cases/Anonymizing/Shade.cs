namespace Madoguchi.Cases.Anonymizing;

/// <summary>A text sign by sign in narrow forms: what is found in the shade stands at the same place in the text.</summary>
internal static class Shade
{
    public static string Of(string text) => string.Create(text.Length, text, (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = Narrow(from[i]);
    });

    /// <summary>As <see cref="Wording.Folded"/> folds, without moving a sign.</summary>
    public static string Folded(string shade) => string.Create(shade.Length, shade, (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = from[i] is >= 'ぁ' and <= 'ゖ' ? (char)(from[i] + 0x60) : char.ToLowerInvariant(from[i]);
    });

    public static bool IsJapanese(string text) => text.Any(c => c is >= 'ぁ' and <= 'ヿ' or >= '一' and <= '鿿');

    private static char Narrow(char sign) => sign switch
    {
        >= '！' and <= '～' => (char)(sign - 0xFEE0),
        '　' => ' ',
        '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
        _ => sign,
    };
}
