using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Madoguchi.Guides;

/// <summary>The little Markdown of a step.</summary>
public static class Marked
{
    // HTML is no markup here: it stays the text that it is.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static MarkdownDocument Parse(string text) => Markdown.Parse(text, Pipeline);

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

    private static string Plain(LeafBlock block) => block.Inline is { } inline ? Plain(inline) : block.Lines.ToString();

    /// <summary>Where a link of a step may lead.</summary>
    public static bool MayLead(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var to) && to.Scheme is "https" or "http" or "mailto" or "tel";
}
