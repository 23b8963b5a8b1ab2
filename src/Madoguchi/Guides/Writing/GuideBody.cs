using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Madoguchi.Guides.Writing;

/// <summary>The steps below the front matter: <c># way</c>, <c>## ja</c> or <c>## en</c>, then a numbered list.</summary>
internal sealed partial class GuideBody
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePreciseSourceLocation().Build();
    private readonly Dictionary<string, WayBody> ways = [];
    private readonly string source;
    private readonly int before;
    private readonly List<WritingFault> faults;

    private GuideBody(string source, int before, List<WritingFault> faults) => (this.source, this.before, this.faults) = (source, before, faults);

    /// <param name="before">Lines of the whole text before this.</param>
    public static Dictionary<string, WayBody> Read(string source, int before, HashSet<string> known, List<WritingFault> faults)
    {
        var body = new GuideBody(source, before, faults);
        body.Read(known);
        return body.ways;
    }

    private void Read(HashSet<string> known)
    {
        var (way, language) = ((WayBody?)null, (string?)null);
        foreach (var block in Markdown.Parse(source, Pipeline))
        {
            switch (block)
            {
                case LinkReferenceDefinitionGroup:
                    break;
                case HeadingBlock { Level: 1 } heading:
                    (way, language) = (Begin(heading, known), null);
                    break;
                case HeadingBlock { Level: 2 } heading when Text(heading) is "ja" or "en":
                    language = Text(heading);
                    break;
                case ListBlock { IsOrdered: true } list when way is not null && language is not null:
                    way.Said(language, [.. list.Cast<ListItemBlock>().Select(Step)]);
                    break;
                default:
                    Fault(block, "ここには「# 方法」「## ja」「## en」と、番号付きの手順だけを書けます。", "Here stand # way, ## ja, ## en and numbered steps, nothing else.");
                    break;
            }
        }
    }

    private WayBody Begin(HeadingBlock heading, HashSet<string> known)
    {
        var slug = Text(heading);
        if (known.Count > 0 && !known.Contains(slug))
            Fault(heading, $"「{slug}」は見出し部分の「ways:」にありません。", $"{slug} does not stand under ways: in the front matter.");
        return ways.TryGetValue(slug, out var way) ? way : ways[slug] = new(heading.Line + before + 1);
    }

    private StepDraft Step(ListItemBlock item)
    {
        var step = new StepDraft(item.Line + before + 1);
        foreach (var block in item)
        {
            switch (block)
            {
                case QuoteBlock quote:
                    step.How = Join(step.How, Slices.Unquoted(Slices.Of(source, quote)));
                    break;
                case ListBlock { IsOrdered: false } list when list.All(i => Device(i) is not null):
                    step.Variants.AddRange(list.Cast<ListItemBlock>().Select(i => (Device(i)!, Slices.AfterDevice(source, i)))); // all have one
                    break;
                default:
                    Take(step, block);
                    break;
            }
        }

        return step;
    }

    // Words; a line that is a picture is the step's picture.
    private void Take(StepDraft step, Block block)
    {
        var words = new List<string>();
        foreach (var line in Slices.Of(source, block).Split('\n'))
        {
            if (block is not ParagraphBlock || Picture().Match(line) is not { Success: true } picture)
                words.Add(line);
            else if (step.Address is null)
                (step.Address, step.Says) = (picture.Groups["at"].Value, Marked.Plain(picture.Groups["says"].Value));
            else
                Fault(block, "1つの手順に画像は1枚までです。", "One picture for a step.");
        }

        if (string.Join('\n', words).Trim() is { Length: > 0 } text)
            step.Text = Join(step.Text, text);
    }

    // "- **iPhone**: hold the icon"
    private static string? Device(Block item) => item is ListItemBlock { Count: > 0 } list && list[0] is ParagraphBlock { Inline.FirstChild: EmphasisInline { DelimiterCount: 2 } strong } ? Marked.Plain(strong) : null;

    private static string Text(HeadingBlock heading) => heading.Inline is { } inline ? Marked.Plain(inline).Trim() : "";

    private static string Join(string? before, string more) => string.IsNullOrEmpty(before) ? more : $"{before}\n\n{more}";

    private void Fault(MarkdownObject at, string ja, string en) => faults.Add(new(at.Line + before + 1, new(ja, en)));

    [GeneratedRegex(@"^!\[(?<says>(?:\\.|[^\]\\])*)\]\((?<at>[^()\s]*)\)\s*$")]
    private static partial Regex Picture();
}
