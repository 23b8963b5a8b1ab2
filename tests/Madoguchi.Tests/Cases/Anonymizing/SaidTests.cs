using System.Globalization;
using System.Text.RegularExpressions;
using Madoguchi.Cases.Anonymizing;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases.Anonymizing;

/// <summary>How much of what is somebody's is found where nobody is known: sentences of our own, reckoned anew each time; the fresh ones were written when all was tuned.</summary>
public sealed partial class SaidTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs/voices.md"));

    [Theory]
    [InlineData("said.ja", 60)]
    [InlineData("said.en", 60)]
    [InlineData("fresh.ja", 20)]
    [InlineData("fresh.en", 20)]
    public void The_figures_and_every_miss_in_the_guide_are_those_of_the_code(string name, int count)
    {
        var all = File.ReadAllLines(Path.Combine(Repository.Root, $"tests/Madoguchi.Tests/Cases/Anonymizing/{name}.txt")).Select(l => l.Replace("\\n", "\n", StringComparison.Ordinal)).ToList();
        var misses = all.Where(Leaks).ToList();
        var harmed = all.Where(l => !l.Contains('{', StringComparison.Ordinal) && Anonymous.Of(l) != l).ToList();

        Assert.Equal(count, all.Distinct().Count());
        Assert.All(misses.Concat(harmed).Select(l => $"- `{l.Replace("\n", "\\n", StringComparison.Ordinal)}`")
            .Append(string.Create(CultureInfo.InvariantCulture, $"| {name} | {all.Count(l => l.Contains('{', StringComparison.Ordinal))} | {misses.Count} | {all.Count(l => !l.Contains('{', StringComparison.Ordinal))} | {harmed.Count} |")), line => Assert.Contains(line, Guide, StringComparison.Ordinal));
    }

    // What stands in braces is somebody's; a bit of it may stay (部長, the town), most of it may not.
    private static bool Leaks(string line)
    {
        var left = Anonymous.Of(line.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
        return Somebodys().Matches(line).Select(m => m.Groups[1].Value).Any(p => Parts(p, (int)Math.Ceiling(p.Length * 0.6)).Any(part => left.Contains(part, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Parts(string text, int length) => Enumerable.Range(0, text.Length - length + 1).Select(i => text.Substring(i, length));

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Somebodys();
}
