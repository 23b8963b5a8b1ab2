using System.Globalization;
using Madoguchi.Shared;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Madoguchi.Guides.Writing;

/// <summary>What the front matter says.</summary>
internal sealed record Facts(Bilingual Title, Signs Signs, IReadOnlyList<WayFacts> Ways);

internal sealed record WayFacts(int Line, string Slug, Bilingual Title, double Minutes, Bilingual? Risk, double? RiskMinutes, Bilingual? Needs);

/// <summary>The YAML at the head of a guide, read by hand: each thing that is wrong is said with its line.</summary>
internal sealed class FrontMatter
{
    private static readonly string[] Known = ["title", "products", "errors", "words", "ways"];
    private static readonly string[] KnownOfWays = ["title", "minutes", "risk", "riskMinutes", "needs"];
    private static readonly string[] Languages = ["ja", "en"];
    private readonly int before;
    private readonly List<WritingFault> faults;

    private FrontMatter(int before, List<WritingFault> faults) => (this.before, this.faults) = (before, faults);

    /// <param name="before">Lines of the whole text before this.</param>
    public static Facts? Read(string yaml, int before, List<WritingFault> faults)
    {
        var read = new FrontMatter(before, faults);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return read.Whole(root);
            faults.Add(new(1, new("見出し部分に「title:」と「ways:」を書いてください。", "The front matter needs title: and ways:.")));
        }
        catch (YamlException wrong)
        {
            faults.Add(new((int)wrong.Start.Line + before, new("見出し部分(YAML)が読めません。字下げ・コロン・引用符を確かめてください。", $"The front matter is not YAML: {wrong.Message}")));
        }

        return null;
    }

    private Facts Whole(YamlMappingNode root)
    {
        Refuse(root, Known);
        var title = Said(root, "title");
        if (title is null)
            Fault(root, "「title:」がありません。", "title: is missing.");
        var ways = Child(root, "ways") as YamlMappingNode;
        if (ways is null)
            Fault(root, "「ways:」の下に方法を書いてください。", "ways: is missing, with the ways below it.");
        return new(title ?? new(), new(List(root, "products"), List(root, "errors"), List(root, "words")), [.. ways?.Children.Select(w => Way(w.Key, w.Value)).OfType<WayFacts>() ?? []]);
    }

    private WayFacts? Way(YamlNode name, YamlNode said)
    {
        if (name is not YamlScalarNode { Value: { } slug } || said is not YamlMappingNode facts)
        {
            Fault(name, "方法の名前の下に「title:」と「minutes:」を書いてください。", "A way is its name, with title: and minutes: below it.");
            return null;
        }

        Refuse(facts, KnownOfWays);
        if (Child(facts, "minutes") is null)
            Fault(name, "「minutes:」(かかる分数)がありません。", "minutes: is missing.");
        return new(Line(name), slug, Said(facts, "title") ?? new(), Number(facts, "minutes") ?? 1, Said(facts, "risk"), Number(facts, "riskMinutes"), Said(facts, "needs"));
    }

    private Bilingual? Said(YamlMappingNode of, string name)
    {
        switch (Child(of, name))
        {
            case null:
                return null;
            case YamlScalarNode { Value: { } text }:
                return Bilingual.Of(text, text);
            case YamlMappingNode both:
                Refuse(both, Languages);
                return Bilingual.Of((Child(both, "ja") as YamlScalarNode)?.Value, (Child(both, "en") as YamlScalarNode)?.Value);
            case var other:
                Fault(other, $"「{name}:」の下に「ja:」と「en:」を書いてください。", $"{name}: is a text, or ja: and en: below it.");
                return null;
        }
    }

    private List<string> List(YamlMappingNode of, string name)
    {
        switch (Child(of, name))
        {
            case null:
                return [];
            case YamlScalarNode { Value: { } one }:
                return one.Length == 0 ? [] : [one];
            case YamlSequenceNode many when many.All(n => n is YamlScalarNode):
                return [.. many.Cast<YamlScalarNode>().Select(n => n.Value ?? "")];
            case var other:
                Fault(other, $"「{name}: [一つ, 二つ]」の形で書いてください。", $"{name}: is a list: [one, two].");
                return [];
        }
    }

    private double? Number(YamlMappingNode of, string name)
    {
        if (Child(of, name) is not { } node)
            return null;
        if (node is YamlScalarNode { Value: { } text } && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        Fault(node, $"「{name}:」は数字で書いてください。", $"{name}: is a number.");
        return null;
    }

    private void Refuse(YamlMappingNode of, string[] known)
    {
        foreach (var key in of.Children.Keys.Where(k => k is not YamlScalarNode { Value: { } name } || !known.Contains(name)))
            Fault(key, $"「{key}」という項目はありません。使えるのは {string.Join("、", known)} です。", $"There is no {key} here. Known are {string.Join(", ", known)}.");
    }

    private static YamlNode? Child(YamlMappingNode of, string name) => of.Children.TryGetValue(new YamlScalarNode(name), out var child) ? child : null;

    private int Line(YamlNode node) => (int)node.Start.Line + before;

    private void Fault(YamlNode at, string ja, string en) => faults.Add(new(Line(at), new(ja, en)));
}
