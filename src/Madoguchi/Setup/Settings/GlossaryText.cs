using Madoguchi.Cases.Wording;

namespace Madoguchi.Setup.Settings;

/// <summary>A glossary as people type it: <c>word = plain words</c>, one on each line.</summary>
public static class GlossaryText
{
    private static readonly char[] Between = ['=', '＝'];

    public static IEnumerable<GlossaryLine> Read(IEnumerable<string> lines, string language) =>
        lines.Select(l => l.Split(Between, 2, StringSplitOptions.TrimEntries)).Select(parts => new GlossaryLine(parts[0], parts is [_, var plain] ? plain : "", language));

    public static string Write(IEnumerable<GlossaryLine> terms, string language) =>
        string.Join('\n', terms.Where(t => t.Language == language).Select(t => $"{t.Term} = {t.Plain}"));
}
