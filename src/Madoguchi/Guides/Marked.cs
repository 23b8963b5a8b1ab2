using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Madoguchi.Guides;

/// <summary>The little Markdown of a step.</summary>
public static class Marked
{
    // HTML is no markup here: it stays the text that it is.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    // Nested so deep that it cannot be meant: lines of text, whatever stands in them.
    private static readonly MarkdownPipeline Unmarked = OnlyLines();

    public static MarkdownDocument Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return Markdown.Parse(text, Unmarked);
        }
    }

    /// <summary>The words alone: for lists, mails and the record.</summary>
    public static string Plain(string text) => string.Join('\n', Parse(text).Descendants<LeafBlock>().Select(Plain)).Trim();

    public static string Plain(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        LineBreakInline => "\n",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        ContainerInline container => string.Concat(container.Select(Plain)),
        _ => "",
    };

    private static MarkdownPipeline OnlyLines()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser());
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new LineBreakInlineParser());
        return builder.Build();
    }

    private static string Plain(LeafBlock block) => block.Inline is { } inline ? Plain(inline) : block.Lines.ToString();

    /// <summary>Where a link of a step may lead.</summary>
    public static bool MayLead(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var to) && to.Scheme is "https" or "http" or "mailto" or "tel";
}
