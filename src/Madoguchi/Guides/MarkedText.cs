using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Madoguchi.Guides;

/// <summary>The little Markdown of a step as elements of ours. Nothing of it reaches the page but by these: whatever else was written stays text.</summary>
public sealed class MarkedText : ComponentBase
{
    [Parameter, EditorRequired] public required string Text { get; set; }

    /// <summary>An article has headings below its own; a step has none.</summary>
    [Parameter] public bool Headings { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => Blocks(builder, Marked.Parse(Text));

    private void Blocks(RenderTreeBuilder to, ContainerBlock blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case ListBlock list:
                    Element(to, list.IsOrdered ? "ol" : "ul", () => Blocks(to, list));
                    break;
                case ListItemBlock item:
                    Element(to, "li", () => Blocks(to, item));
                    break;
                case QuoteBlock quote when Headings:
                    Element(to, "blockquote", () => Blocks(to, quote));
                    break;
                case ContainerBlock container:
                    Blocks(to, container);
                    break;
                case HeadingBlock { Inline: { } title } when Headings:
                    Element(to, "h2", () => Inlines(to, title));
                    break;
                case ThematicBreakBlock:
                    break;
                case LeafBlock { Inline: { } inline } leaf:
                    Element(to, "p", () => Inlines(to, inline, strong: leaf is HeadingBlock));
                    break;
                case LeafBlock leaf:
                    Element(to, "pre", () => to.AddContent(0, leaf.Lines.ToString()));
                    break;
            }
        }
    }

    private static void Inlines(RenderTreeBuilder to, ContainerInline inlines, bool strong = false)
    {
        if (strong)
        {
            Element(to, "strong", () => Inlines(to, inlines));
            return;
        }

        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case EmphasisInline emphasis:
                    Element(to, emphasis.DelimiterCount == 2 ? "strong" : "em", () => Inlines(to, emphasis));
                    break;
                case CodeInline code:
                    Element(to, "code", () => to.AddContent(0, code.Content));
                    break;
                case LineBreakInline:
                    Element(to, "br", () => { });
                    break;
                case LinkInline { IsImage: false } link when Marked.MayLead(link.Url):
                    Link(to, link.Url!, () => Inlines(to, link)); // MayLead: not null
                    break;
                case AutolinkInline link when Marked.MayLead(link.Url):
                    Link(to, link.Url, () => to.AddContent(0, link.Url));
                    break;
                case ContainerInline container:
                    Inlines(to, container);
                    break;
                default:
                    to.AddContent(0, Marked.Plain(inline));
                    break;
            }
        }
    }

    private static void Link(RenderTreeBuilder to, string url, Action inside) => Element(to, "a", () =>
    {
        to.AddAttribute(1, "href", url);
        to.AddAttribute(2, "rel", "noopener noreferrer");
        to.AddAttribute(3, "target", "_blank");
        inside();
    });

    private static void Element(RenderTreeBuilder to, string name, Action inside)
    {
        to.OpenElement(0, name);
        inside();
        to.CloseElement();
    }
}
