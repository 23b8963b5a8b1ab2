using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Care.Straining;

/// <summary>From one moment to another.</summary>
public readonly record struct Span(DateTimeOffset From, DateTimeOffset To)
{
    public TimeSpan Length => To - From;

    public TimeSpan Within(DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end) = (From > from ? From : from, To < to ? To : to);
        return end > start ? end - start : TimeSpan.Zero;
    }
}

/// <summary>Something that the agent did in a case.</summary>
public readonly record struct Act(DateTimeOffset At, Id<Case> Case);

/// <summary>What makes a case a hard one, as the record tells it (docs/care.md).</summary>
public enum HardKind
{
    /// <summary>Words that were folded.</summary>
    Abuse,

    /// <summary>Anger with a reason: it is heard, and it is hard all the same.</summary>
    Anger,

    /// <summary>The customer wanted a supervisor.</summary>
    Supervisor,

    /// <summary>A "no" that had to be said.</summary>
    Denial,

    /// <summary>It was said to work again, and did not.</summary>
    StillBroken,

    /// <summary>A guide walked for a long time.</summary>
    LongWalk,

    /// <summary>The customer was not content.</summary>
    Unhappy,
}

public readonly record struct Hard(DateTimeOffset At, Id<Case> Case, HardKind Kind);

/// <summary>One agent's day, from the record. It begins at five in the morning, so that a night is one piece.</summary>
/// <param name="Talks">Turns that came to them, until they ended or now.</param>
/// <param name="Breaks">Chosen; one that goes on ends now.</param>
public sealed record WorkDay(DateTimeOffset From, DateTimeOffset Now, IReadOnlyList<Act> Acts, IReadOnlyList<Span> Talks, IReadOnlyList<Span> Breaks, IReadOnlyList<Hard> Hard)
{
    public const int BeginsAt = 5;

    /// <summary>Nothing done for so long is a rest.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(20);

    /// <summary>A break of so long is one.</summary>
    public static readonly TimeSpan ShortestBreak = TimeSpan.FromMinutes(5);

    /// <summary>Work without a rest in between, the earliest first.</summary>
    public IReadOnlyList<Span> Stretches()
    {
        var stretches = new List<Span>();
        foreach (var piece in Acts.Select(a => new Span(a.At, a.At)).Concat(Talks).OrderBy(p => p.From))
        {
            if (stretches is [.., var last] && !HasRested(last.To, piece.From))
                stretches[^1] = last with { To = piece.To > last.To ? piece.To : last.To };
            else
                stretches.Add(piece);
        }

        return stretches;
    }

    /// <summary>The work that goes on now; nothing while they rest.</summary>
    public Span? Ongoing() => Stretches() is [.., var last] && !HasRested(last.To, Now) ? last with { To = Now } : null;

    /// <summary>What of it lies between two moments, as it stood at the later one.</summary>
    public WorkDay Cut(DateTimeOffset from, DateTimeOffset to) => new(from, to, [.. Acts.Where(a => a.At >= from && a.At < to)], Cut(Talks, from, to), Cut(Breaks, from, to), [.. Hard.Where(h => h.At >= from && h.At < to)]);

    private static List<Span> Cut(IEnumerable<Span> spans, DateTimeOffset from, DateTimeOffset to) =>
        [.. spans.Where(s => s.From < to && s.To > from).Select(s => new Span(s.From < from ? from : s.From, s.To > to ? to : s.To))];

    private bool HasRested(DateTimeOffset from, DateTimeOffset to) => to - from >= Rest || Breaks.Any(b => b.Within(from, to) >= ShortestBreak);
}
