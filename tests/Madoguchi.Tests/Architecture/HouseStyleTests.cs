using System.Text.RegularExpressions;

namespace Madoguchi.Tests.Architecture;

public sealed partial class HouseStyleTests
{
    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Sources.None(Sources.Everything.Where(f => f.Lines > 300).Select(f => $"{f.Path}: {f.Lines} lines"));

    [Fact]
    public void Half_of_the_files_fit_on_a_screen_and_nine_of_ten_on_three()
    {
        var lines = Sources.Product.Select(f => f.Lines).Order().ToList();

        Assert.InRange(lines[lines.Count / 2], 1, 60);
        Assert.InRange(lines[lines.Count * 9 / 10], 1, 160);
    }

    [Fact]
    public void Shared_stays_small() =>
        Assert.InRange(Sources.Product.Count(f => f.Room == "Shared"), 1, 20);

    [Fact]
    public void Nothing_is_called_a_manager_or_a_helper()
    {
        var types = Sources.Everything.SelectMany(f => Declared().Matches(f.Code).Select(m => (f.Path, Name: m.Groups[1].Value))).ToList();

        Assert.NotEmpty(types);
        Sources.None(types.Where(t => Empty().IsMatch(t.Name)).Select(t => $"{t.Path}: {t.Name}"));
    }

    [Fact]
    public void Imports_stand_in_order()
    {
        var files = Sources.Everything.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(f => (f.Path, Imports: Import().Matches(f.Text[..Math.Max(0, f.Text.IndexOf("\nnamespace ", StringComparison.Ordinal))]).Select(m => m.Groups[1].Value).ToList())).ToList();

        Assert.Contains(files, f => f.Imports.Count > 5);
        Sources.None(files.Where(f => !f.Imports.SequenceEqual(f.Imports.OrderBy(Place, StringComparer.Ordinal))).Select(f => $"{f.Path}: {string.Join(", ", f.Imports)}"));
    }

    // The framework's own before all others; a name before those that begin with it.
    private static string Place(string name) => $"{(name.Split('.')[0] is "System" ? 0 : 1)}{name.ToUpperInvariant().Replace('.', ' ')}";

    [GeneratedRegex(@"^using ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?!struct\b|class\b)([A-Z]\w*)")]
    private static partial Regex Declared();

    [GeneratedRegex("(Manager|Service|Services|Helper|Helpers|Util|Utils|Utilities|Dto|Impl)$")]
    private static partial Regex Empty();
}
