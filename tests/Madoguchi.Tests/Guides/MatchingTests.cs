using Madoguchi.Guides;
using Madoguchi.Guides.Finding;
using Madoguchi.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Madoguchi.Tests.Guides;

public sealed class MatchingTests
{
    private static readonly Guide[] Guides =
    [
        Guide("app-404", ["みるプラス", "MiruPlus"], ["404", "ページが見つかりません"], ["開けない", "not found"]),
        Guide("no-sound", ["みるプラス"], [], ["音が出ない", "no sound"]),
        Guide("router", ["ひかりルーター"], ["E-31"], ["つながらない"]),
    ];

    [Theory]
    [InlineData("アプリのどこを押しても４０４と出ます", null, "app-404")]
    [InlineData("どこを押してもアケナイ… ひらけない", null, "")]
    [InlineData("ミルプラスがずっと開けない。404です", "みるプラス", "app-404")]
    [InlineData("エラー4041が出ます", null, "")]
    [InlineData("みるプラスについて質問です", "みるプラス", "")]
    [InlineData("NOT FOUND, and no sound either, in MiruPlus", null, "app-404 no-sound")]
    [InlineData("音が出ない", "ひかりルーター", "")]
    [InlineData("e-31と出てつながらない", "みるプラス", "router")]
    public void A_guide_is_found_by_its_signs_and_never_by_the_product_alone(string text, string? product, string found)
    {
        var suggestions = Matching.Of(text, product, Guides);

        Assert.Equal(found, string.Join(' ', suggestions.Select(s => s.Slug)));
        Assert.All(suggestions, s => Assert.NotEmpty(s.Fits));
    }

    [Fact]
    public void What_is_laid_aside_is_offered_to_nobody() =>
        Assert.Empty(Matching.Of("404", null, [new Guide { Id = Id<Guide>.New(), Slug = "x", ChangedAt = default, Errors = ["404"], RetiredAt = DateTimeOffset.UnixEpoch }]));

    [Theory]
    [InlineData("**押す** & `戻る`\n次", "<p><strong>押す</strong> &amp; <code>戻る</code><br />次</p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("a <img src=x onerror=alert(1)> b", "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>")]
    [InlineData("[x](javascript:alert(1)) [y](https://example.test/?a=1&b=2)", "<p>x <a href=\"https://example.test/?a=1&amp;b=2\" rel=\"noopener noreferrer\" target=\"_blank\">y</a></p>")]
    [InlineData("[x](data:text/html,<script>) <javascript:alert(1)>", "<p>x javascript:alert(1)</p>")]
    [InlineData("![x](https://example.test/x.png)", "<p>x</p>")]
    [InlineData("- a\n- b\n\n# c\n\n    d < e", "<ul><li><p>a</p></li><li><p>b</p></li></ul><p><strong>c</strong></p><pre>d &lt; e</pre>")]
    [InlineData("<div>\nx\n</div>", "<p>&lt;div&gt;<br />x<br />&lt;/div&gt;</p>")]
    public async Task Markdown_reaches_a_page_as_elements_of_ours_or_as_text(string markdown, string html)
    {
        await using var services = new ServiceCollection().AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All)).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);

        var rendered = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<MarkedText>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Text"] = markdown }))).ToHtmlString());

        Assert.Equal(html, rendered);
    }

    private static Guide Guide(string slug, List<string> products, List<string> errors, List<string> words) =>
        new() { Id = Id<Guide>.New(), Slug = slug, ChangedAt = default, TitleJa = slug, Products = products, Errors = errors, Words = words };
}
