using System.Text.RegularExpressions;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Architecture;

/// <summary>The product's own source files, without comments and texts: what is left is what the code names.</summary>
public static partial class Sources
{
    public static IReadOnlyList<SourceFile> Product { get; } = [.. Under("src/Madoguchi")];

    public static IReadOnlyList<SourceFile> Everything { get; } = [.. Product, .. Under("tests"), .. Under("bench"), .. Under("demo")];

    /// <summary>Nothing is found; or all of it is told, not the first five.</summary>
    public static void None(IEnumerable<string> strays)
    {
        var found = strays.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(found is [], string.Join('\n', found));
    }

    private static IEnumerable<SourceFile> Under(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor")
            .Select(f => Path.GetRelativePath(Repository.Root, f))
            .Where(f => !Made().IsMatch(f))
            .Select(f => new SourceFile(f, File.ReadAllText(Path.Combine(Repository.Root, f))));

    [GeneratedRegex("(^|/)(bin|obj|node_modules)/")]
    private static partial Regex Made();
}

public sealed partial record SourceFile(string Path, string Text)
{
    public string Name { get; } = System.IO.Path.GetFileName(Path);

    public int Lines { get; } = Text.AsSpan().Count('\n');

    /// <summary>The folder under src/Madoguchi, or nothing for what stands beside the rooms.</summary>
    public string? Room { get; } = Path.Split('/') is ["src", "Madoguchi", var room, _, ..] ? room : null;

    public string Code { get; } = Unsaid().Replace(Text, m => m.Value.StartsWith('/') ? "" : "\"\"");

    // Comments, raw strings, verbatim strings, strings (with what is interpolated into them), razor comments.
    [GeneratedRegex("""" //[^\n]* | /\*.*?\*/ | "{3}.*?"{3} | @"(?:[^"]|"")*" | "(?:\\.|[^"\\\n])*" | @\*.*?\*@ """",
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Unsaid();
}
