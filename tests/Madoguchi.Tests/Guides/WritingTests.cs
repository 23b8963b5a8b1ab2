using Madoguchi.Guides;
using Madoguchi.Guides.Writing;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Guides;

public sealed class WritingTests
{
    private const string Picture = "/guides/pictures/01890a5d-ac96-774b-bcce-b302099a8057";

    private const string Sample = $$"""
        ---
        title: {ja: どこを開いても404, en: 404 everywhere}
        products: [みるプラス]
        errors: ["404"]
        ways:
          reinstall:
            title: {ja: 入れ直す, en: Reinstall}
            minutes: 4
            risk: {ja: ダウンロードは消えます, en: downloads are lost}
            riskMinutes: 6.5
        ---

        # reinstall

        ## ja
        1. アイコンを**長押し**します。

           - 消えるもの
           - 残るもの

           > 指を離さずに
           > 1秒待ちます。

           ![揺れるアイコン]({{Picture}})

           - **iPhone**: 「Appを削除」
           - **Android**：「アンインストール」
        2. 入れ直します。

        ## en
        1. Hold the icon.
           > Keep your finger on it.

           - **iPhone**: Delete App
           - **Android**: Uninstall
        2. Install it again.
        """;

    [Fact]
    public void A_guide_is_read_as_it_is_written()
    {
        var guide = Read(Sample);

        Assert.Equal(("どこを開いても404", "404 everywhere"), (guide.Title.Ja, guide.Title.En));
        Assert.Equal(["みるプラス", "404"], [.. guide.Signs!.Products!, .. guide.Signs.Errors!]);
        var way = Assert.Single(guide.Ways);
        Assert.Equal(("reinstall", 4, 6.5, "downloads are lost"), (way.Slug, way.Minutes, way.RiskMinutes, way.Risk!.En));
        Assert.Equal(2, way.Steps.Count);
        var step = way.Steps[0];
        Assert.Equal("アイコンを**長押し**します。\n\n- 消えるもの\n- 残るもの", step.Text.Ja);
        Assert.Equal(("指を離さずに\n1秒待ちます。", "Keep your finger on it."), (step.How!.Ja, step.How.En));
        Assert.Equal((Picture, "揺れるアイコン"), (step.Picture!.Address.Ja, step.Picture.Says!.Ja));
        Assert.Equal([("iPhone", "「Appを削除」", "Delete App"), ("Android", "「アンインストール」", "Uninstall")], step.Variants!.Select(v => (v.Device.Ja!, v.Text.Ja!, v.Text.En!)));
        Assert.Equal("アイコンを長押しします。\n消えるもの\n残るもの", Marked.Plain(step.Text.Ja!));
    }

    [Fact]
    public void What_is_read_is_written_again_the_same()
    {
        var written = GuideWriter.Write(Read(Sample));

        Assert.Equal(written, GuideWriter.Write(Read(written)));
        Assert.Equal(Json(Read(Sample)), Json(Read(written)));
    }

    [Theory]
    [InlineData("# a heading")]
    [InlineData("1. one\n2. two")]
    [InlineData("> a quotation")]
    [InlineData("---\n# way\n## ja\n1. x")]
    [InlineData("```\nno end")]
    [InlineData("- **iPhone**: x")]
    [InlineData("![x](https://example.test/x.png)")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<!-- x")]
    [InlineData("a\n\n\n    b\n\tc")]
    [InlineData("[x]: javascript:alert(1)")]
    [InlineData("a\n===\nb\n---")]
    [InlineData("* * *")]
    [InlineData("- \n- ")]
    [InlineData("yes")]
    [InlineData("\"quoted\": {x} # y")]
    [InlineData("😀 ﷺ \u0301")]
    [InlineData("\\")]
    [InlineData("&lt;b&gt;")]
    public void Whatever_a_program_puts_stays_where_it_was_put(string text)
    {
        var line = new Bilingual(text.ReplaceLineEndings(" "), null);
        var words = new Bilingual(text, text + "!");
        Step[] steps = [new(words, words, null, [new(line, words)]), new(new("つぎ", "Next"))];
        var put = new GuideContent(line, [new("a", line, 0.5, steps, line, null, line), new("yes", line, 1, steps)], new([text.ReplaceLineEndings(" ")], null, ["no", "1", "null"]));

        var written = GuideWriter.Write(put.Tamed());
        var read = Read(written);

        Assert.Equal(["a", "yes"], read.Ways.Select(w => w.Slug));
        Assert.All(read.Ways, w => Assert.Equal([(true, 1), (false, 0)], w.Steps.Select(s => (s.How is not null, s.Variants?.Count ?? 0))));
        Assert.Equal((line.Ja!.Trim(), line.Ja.Trim(), line.Ja.Trim()), (read.Title.Ja, read.Ways[0].Risk!.Ja, read.Ways[0].Needs!.Ja));
        Assert.Equal((line.Ja.Trim(), "つぎ"), (read.Signs!.Products!.Single(), read.Ways[1].Steps[1].Text.Ja));
        Assert.Equal(["no", "1", "null"], read.Signs.Words!);
        var again = GuideWriter.Write(read);
        Assert.Equal(again, GuideWriter.Write(Read(again)));
    }

    [Theory]
    [InlineData("", 1, "begins with the front matter")]
    [InlineData("---\ntitle: x\nways: {}\n", 1, "begins with the front matter")]
    [InlineData("---\ntitle: [x\n---\n", 3, "not YAML")]
    [InlineData("---\ntitle: x\n---\n", 2, "ways: is missing")]
    [InlineData("---\ntitle: x\ncolour: red\nways:\n  a: {title: x, minutes: 1}\n---\n# a\n## ja\n1. x\n", 3, "There is no colour here")]
    [InlineData("---\ntitle: x\nways:\n  a: {title: x, minutes: many}\n---\n# a\n## ja\n1. x\n", 4, "minutes: is a number")]
    [InlineData("---\ntitle: x\nways:\n  a: {title: x, minutes: 1}\n---\n# b\n## ja\n1. x\n", 6, "b does not stand under ways")]
    [InlineData("---\ntitle: x\nways:\n  a: {title: x, minutes: 1}\n---\n# a\n## ja\n1. x\n## en\n1. x\n2. y\n", 6, "1 steps in Japanese and 2 in English")]
    [InlineData("---\ntitle: x\nways:\n  a: {title: x, minutes: 1}\n---\n# a\n\nwords\n", 8, "numbered steps, nothing else")]
    [InlineData("---\ntitle: x\nways:\n  a: {title: x, minutes: 1}\n---\n# a\n## ja\n1. x\n2. y\n   ![z](https://example.test/z.png)\n", 9, "Only pictures kept here")]
    [InlineData("---\ntitle: x\nways:\n  A: {title: x, minutes: 1}\n---\n# A\n## ja\n1. x\n", 4, "a-z, 0-9")]
    [InlineData("---\ntitle: x\nways:\n  a: {title: x, minutes: 1}\n---\n", 4, "steps are needed")]
    public void What_is_wrong_is_said_with_its_line(string markdown, int line, string said)
    {
        var read = GuideReader.Read(markdown);

        Assert.Null(read.Content);
        Assert.Contains(read.Faults, f => f.Line == line && f.Why.In(Tongue.English).Contains(said, StringComparison.Ordinal) && f.Why.Ja != f.Why.En);
    }

    private static GuideContent Read(string markdown)
    {
        var read = GuideReader.Read(markdown);
        Assert.Empty(read.Faults.Select(f => $"{f.Line}: {f.Why.En}"));
        return read.Content!; // without faults there is one
    }

    private static string Json(GuideContent guide) => System.Text.Json.JsonSerializer.Serialize(guide, Madoguchi.Shared.Json.Options);
}
