using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Madoguchi.Guides.Writing;

/// <summary>A block as it was written, without the indentation of what it stands in.</summary>
internal static partial class Slices
{
    public static string Of(string source, Block block) => Cut(source, block.Span.Start, block.Span.End, block.Column);

    /// <summary>Without the marks of the quotation.</summary>
    public static string Unquoted(string quote) => string.Join('\n', quote.Split('\n').Select(line => Mark().Replace(line, ""))).Trim();

    /// <summary>What follows "- **device**:".</summary>
    public static string AfterDevice(string source, ListItemBlock item)
    {
        var device = ((ParagraphBlock)item[0]).Inline!.FirstChild as EmphasisInline; // the caller has looked: it begins with one
        return Cut(source, device!.Span.End + 1, item.Span.End, item[0].Column).TrimStart(':', '：', ' ', '　', '\n');
    }

    private static string Cut(string source, int start, int end, int column)
    {
        var lines = source[start..Math.Min(end + 1, source.Length)].Split('\n');
        return string.Join('\n', lines.Select((line, i) => i == 0 ? line : Dedent(line, column)).Select(l => l.TrimEnd())).Trim();
    }

    private static string Dedent(string line, int column)
    {
        var blank = line.TakeWhile(c => c is ' ' or '\t').Take(column).Count();
        return line[blank..];
    }

    [GeneratedRegex("^ {0,3}> ?")]
    private static partial Regex Mark();
}
