using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Madoguchi.Cases.Wording;

namespace Madoguchi.Care.Recognizing;

/// <summary>A phrase and how much it weighs, as people write it: <c>3 you…idiot</c>. Phrases are written as for replies (see docs/wording.md).</summary>
public sealed class CareLine
{
    public const int Heaviest = 9;
    public const int Longest = 2_000;
    private const int Usual = 2;
    private readonly Regex expression;
    private readonly SearchValues<string> cores;

    private CareLine(CareKind kind, int weight, string phrase, string text)
    {
        (Kind, Weight, Text, Cores, expression) = (kind, weight, text, Recognizing.Cores.Of(phrase), Phrases.Compile(phrase, sentences: true));
        cores = SearchValues.Create([.. Cores], StringComparison.Ordinal);
    }

    public CareKind Kind { get; }

    public int Weight { get; }

    /// <summary>As it stands in the list.</summary>
    public string Text { get; }

    public IReadOnlyList<string> Cores { get; }

    public static CareLine Read(CareKind kind, string line)
    {
        var (weight, phrase) = Parts(line);
        return new(kind, weight, phrase, line);
    }

    /// <summary>Why this is no line, or nothing.</summary>
    public static string? Wrong(string line) => Parts(line) is var (weight, phrase) && weight is < 1 or > Heaviest ? $"A weight is 1 to {Heaviest}." : Phrases.Wrong(phrase, Longest);

    public IEnumerable<(int Start, int Length)> In(string sentence) =>
        Cores.Count > 0 && !sentence.AsSpan().ContainsAny(cores) ? [] : expression.Matches(sentence).Select(m => (m.Index, m.Length));

    private static (int Weight, string Phrase) Parts(string line) =>
        line.Trim() is var text && text.IndexOf(' ', StringComparison.Ordinal) is > 0 and < 3 and var end && int.TryParse(text[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var weight)
            ? (weight, text[(end + 1)..]) : (Usual, text);
}
