using Madoguchi.Shared;

namespace Madoguchi.Guides.Writing;

/// <summary>A step as it stands in one language.</summary>
internal sealed class StepDraft(int line)
{
    public int Line => line;
    public string? Text { get; set; }
    public string? How { get; set; }
    public string? Address { get; set; }
    public string? Says { get; set; }
    public List<(string Device, string Text)> Variants { get; } = [];
}

/// <summary>The steps of one way in one language or two, laid side by side.</summary>
internal sealed class WayBody(int line)
{
    private readonly Dictionary<string, List<StepDraft>> lists = [];

    public void Said(string language, IReadOnlyList<StepDraft> steps)
    {
        if (!lists.TryGetValue(language, out var list))
            lists[language] = list = [];
        list.AddRange(steps);
    }

    public int LineOf(int step) => lists.Values.Select(l => l.ElementAtOrDefault(step)?.Line).FirstOrDefault(l => l is not null) ?? line;

    public IReadOnlyList<Step> Steps(List<WritingFault> faults)
    {
        var (ja, en) = (lists.GetValueOrDefault("ja") ?? [], lists.GetValueOrDefault("en") ?? []);
        if (ja.Count > 0 && en.Count > 0 && ja.Count != en.Count)
            faults.Add(new(line, new($"日本語の手順は{ja.Count}、英語の手順は{en.Count}です。同じ数にしてください。", $"There are {ja.Count} steps in Japanese and {en.Count} in English: make them as many.")));
        return [.. Enumerable.Range(0, Math.Max(ja.Count, en.Count)).Select(i => Step(ja.ElementAtOrDefault(i), en.ElementAtOrDefault(i), faults))];
    }

    private static Step Step(StepDraft? ja, StepDraft? en, List<WritingFault> faults)
    {
        var (here, there) = (ja?.Variants ?? [], en?.Variants ?? []);
        if (here.Count > 0 && there.Count > 0 && here.Count != there.Count)
        {
            faults.Add(new((ja ?? en)?.Line ?? 1, new($"機種の数が、日本語({here.Count})と英語({there.Count})で違います。", $"The devices are {here.Count} in Japanese and {there.Count} in English: make them as many.")));
        }

        var variants = Enumerable.Range(0, Math.Max(here.Count, there.Count)).Select(i => (Ja: here.ElementAtOrDefault(i), En: there.ElementAtOrDefault(i)))
            .Select(v => new Variant(new Bilingual(v.Ja.Device, v.En.Device).Clean(), new Bilingual(v.Ja.Text, v.En.Text).Clean())).ToList();
        return new(new Bilingual(ja?.Text, en?.Text).Clean(), Bilingual.Of(ja?.How, en?.How),
            Bilingual.Of(ja?.Address, en?.Address) is { } address ? new(address, Bilingual.Of(ja?.Says, en?.Says)) : null, variants.Count > 0 ? variants : null);
    }
}
