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

    /// <summary>Most texts have none of the words at all, nor disguised: nothing more is looked at.</summary>
    public bool MayBeIn(string folded) => MayStandIn(folded) || (Undisguised.Of(folded) is { } bare && MayStandIn(bare.Text));

    /// <summary>Where in a folded sentence, without what is harmless.</summary>
    public IReadOnlyList<Hit> In(string sentence)
    {
        var (found, excused) = Look(sentence);
        return [.. found.Where(f => !excused.Any(f.Touches))];
    }

    /// <summary>All that is there, and what excuses some of it. The words are read as they stand, then without their disguise.</summary>
    public (IReadOnlyList<Hit> Found, IReadOnlyList<Hit> Excused) Look(string sentence)
    {
        var (found, excused) = (new List<Hit>(), new List<Hit>());
        Look(sentence, null, found, excused);
        if (Undisguised.Of(sentence) is { } bare)
            Look(bare.Text, bare, found, excused);
        return (found, excused);
    }

    private void Look(string text, Undisguised? bare, List<Hit> found, List<Hit> excused)
    {
        if (!MayStandIn(text))
            return;
        var hits = lines.Where(l => l.Kind is not CareKind.Harmless).SelectMany(Hits).ToList();
        if (hits.Count == 0)
            return;
        found.AddRange(hits);
        excused.AddRange(lines.Where(l => l.Kind is CareKind.Harmless).SelectMany(Hits));

        IEnumerable<Hit> Hits(CareLine line) => line.In(text).Select(p => bare?.Stood(p.Start, p.Length) ?? p).Select(p => new Hit(p.Start, p.Length, line.Kind, line.Weight, line.Text));
    }

    private bool MayStandIn(string text) => anywhere || text.AsSpan().ContainsAny(cores);
}

/// <param name="Start">In the folded sentence.</param>
/// <param name="Line">By which line.</param>
public sealed record Hit(int Start, int Length, CareKind Kind, int Weight, string Line = "")
{
    public bool Touches(Hit other) => other.Start < Start + Length && Start < other.Start + other.Length;
}
