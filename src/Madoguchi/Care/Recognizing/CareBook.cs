using System.Buffers;
using Madoguchi.Cases.Wording;

namespace Madoguchi.Care.Recognizing;

/// <summary>All lines of all kinds, in every language at once, and from which weight on words are folded.</summary>
public sealed class CareBook
{
    private readonly CareLine[] lines;
    private readonly SearchValues<string> cores;
    private readonly bool anywhere;

    /// <param name="lists">The lines of one kind in one language.</param>
    public CareBook(Func<CareKind, string, IReadOnlyList<string>> lists, int threshold = CareSettings.UsualThreshold)
    {
        lines = [.. Enum.GetValues<CareKind>().SelectMany(k => BuiltInPhrases.Languages.SelectMany(l => lists(k, l)).Select(l => CareLine.Read(k, l)))];
        var hurting = lines.Where(l => l.Kind is not CareKind.Harmless).ToList();
        cores = SearchValues.Create([.. hurting.SelectMany(l => l.Cores).Distinct()], StringComparison.Ordinal);
        anywhere = hurting.Any(l => l.Cores.Count == 0);
        Threshold = threshold;
    }

    public static CareBook BuiltIn { get; } = new(BuiltInCare.Of);

    public int Threshold { get; }

    /// <summary>Most texts have none of the words at all: nothing more is looked at.</summary>
    public bool MayBeIn(string folded) => anywhere || folded.AsSpan().ContainsAny(cores);

    /// <summary>Where in a folded sentence, without what is harmless.</summary>
    public IReadOnlyList<Hit> In(string sentence)
    {
        if (!MayBeIn(sentence))
            return [];
        var found = lines.Where(l => l.Kind is not CareKind.Harmless).SelectMany(l => l.In(sentence).Select(p => new Hit(p.Start, p.Length, l.Kind, l.Weight))).ToList();
        if (found.Count == 0)
            return [];
        var excused = lines.Where(l => l.Kind is CareKind.Harmless).SelectMany(l => l.In(sentence)).ToList();
        return [.. found.Where(f => !excused.Any(e => e.Start < f.Start + f.Length && f.Start < e.Start + e.Length))];
    }
}

/// <param name="Start">In the folded sentence.</param>
public sealed record Hit(int Start, int Length, CareKind Kind, int Weight);
