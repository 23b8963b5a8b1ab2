using Madoguchi.Shared;

namespace Madoguchi.Guides.Writing;

/// <param name="Line">In the text as it was written, from 1.</param>
public sealed record WritingFault(int Line, Bilingual Why);

/// <param name="Content">Null when there are faults.</param>
public sealed record GuideRead(GuideContent? Content, IReadOnlyList<WritingFault> Faults);

/// <summary>Reads what <see cref="GuideWriter"/> writes, and what people write: front matter with the facts, then the steps (docs/guides.md).</summary>
public static class GuideReader
{
    /// <summary>The longest text of a guide, in UTF-16 units.</summary>
    public const int Longest = 200_000;

    public static GuideRead Read(string markdown)
    {
        if (markdown.Length > Longest)
            return new(null, [new(1, new($"長すぎます。{Longest:N0}字までです。", $"Too long: at most {Longest} characters."))]);
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var faults = new List<WritingFault>();
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, l => l.TrimEnd() is "---") : -1;
        if (end < 0)
            return new(null, [new(1, new("最初に「---」で囲んだ見出し部分(front matter)を書いてください。", "It begins with the front matter, between two lines of ---."))]);

        var facts = FrontMatter.Read(string.Join('\n', lines[1..end]), 1, faults);
        var bodies = GuideBody.Read(string.Join('\n', lines[(end + 1)..]), end + 1, facts?.Ways.Select(w => w.Slug).ToHashSet() ?? [], faults);
        if (facts is null || faults.Count > 0)
            return new(null, [.. faults.OrderBy(f => f.Line)]);

        var ways = facts.Ways.Select(w => new Way(w.Slug, w.Title, w.Minutes, bodies.GetValueOrDefault(w.Slug)?.Steps(faults) ?? [], w.Risk, w.RiskMinutes, w.Needs)).ToList();
        var content = new GuideContent(facts.Title, ways, facts.Signs);
        faults.AddRange(GuideRules.Broken(content).Select(f => new WritingFault(Line(f.At, facts, bodies), f.Why)));
        return faults.Count > 0 ? new(null, [.. faults.OrderBy(f => f.Line)]) : new(content, []);
    }

    // "/ways/0/steps/1/text": the line where that step begins; of a way's facts, where the way stands in the front matter.
    private static int Line(string at, Facts facts, Dictionary<string, WayBody> bodies) => at.Split('/') switch
    {
        [_, "ways", var way, "steps", var step, ..] when facts.Ways.ElementAtOrDefault(int.Parse(way, Tongue.English.Culture)) is { } w && bodies.GetValueOrDefault(w.Slug) is { } body =>
            body.LineOf(int.Parse(step, Tongue.English.Culture)),
        [_, "ways", var way, ..] when facts.Ways.ElementAtOrDefault(int.Parse(way, Tongue.English.Culture)) is { } w => w.Line,
        _ => 2,
    };
}
