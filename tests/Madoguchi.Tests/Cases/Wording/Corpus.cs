using Madoguchi.Cases.Wording;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases.Wording;

/// <summary>Replies and stories that were written down before the phrases and weights that are measured by them.</summary>
public static class Corpus
{
    private static readonly string[] Own = ["0120-555-100", "03-5555-0100", "+44 20 7946 0100", "0800 555 0100"];
    private static readonly string[] His = ["090-1234-5678", "045-555-0199", "+44 7700 900123", "020 7946 0777"];

    public sealed record Sentence(string Text, string Label, bool Aside);

    /// <param name="file">Without its ending.</param>
    public static IReadOnlyList<Sentence> Of(string file) =>
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "tests/Madoguchi.Tests/Cases/Wording", file + ".txt"))
            .Select((l, i) => new Sentence(l[(l.IndexOf(' ', StringComparison.Ordinal) + 1)..], l.Split(' ')[0], i % 3 == 2)),
    ];

    public static Noticed? Read(string text) => SendingAway.In(text, Wordbook.BuiltIn, Own, His);

    /// <summary>One line of the table in docs/wording.md.</summary>
    public static string Figures(string what, IReadOnlyCollection<Sentence> sentences)
    {
        var held = sentences.Where(s => Read(s.Text) is not null).ToList();
        var (right, away) = (held.Count(s => s.Label == "away"), sentences.Count(s => s.Label == "away"));
        return $"| {what} | {sentences.Count} | {Share(right, held.Count)} | {Share(right, away)} |";
    }

    public static string Share(int part, int whole) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{part} of {whole} ({100.0 * part / whole:0.0} %)");
}
