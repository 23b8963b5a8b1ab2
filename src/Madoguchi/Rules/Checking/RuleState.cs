using System.Text.Json;
using Madoguchi.Shared;

namespace Madoguchi.Rules.Checking;

/// <summary>What a rule has to remember of one key: enough to take events in any order, late ones and repeats too, and to say at any time whether the
/// rule is broken, exactly as if all of them were looked at anew.</summary>
/// <remarks>
/// Times are the product's. An A is followed when a B stands at the same time or later, by at most T: exactly T is in time, and a B before its A
/// counts for nothing. One B serves every A that it follows in time; a second B changes nothing. Until T has passed by our clock (the very moment
/// still counts) an A without B is merely waited for. "B never without A": an A at the same time is an A before. "At most one A": the same event
/// twice is one; the second one in time is the break, whichever arrives first. What heals a break, heals it whenever it arrives.
/// Of one key at most <see cref="Most"/> waiting A's and as many separate spans of B's are remembered: an A older than what was forgotten is not judged.
/// </remarks>
public sealed record RuleState
{
    public const int Most = 1000;

    public static readonly RuleState Empty = new();

    /// <summary>Where A's are followed, in order, apart from each other.</summary>
    public IReadOnlyList<Span> Covered { get; init; } = [];

    /// <summary>A's that no B has followed yet, in order.</summary>
    public IReadOnlyList<Mark> Waiting { get; init; } = [];

    /// <summary>Spans up to here were forgotten.</summary>
    public long? Forgotten { get; init; }

    /// <summary>The first A.</summary>
    public Mark? First { get; init; }

    /// <summary>The second A, or the first B: whatever breaks the rule beside the first A.</summary>
    public Mark? Beside { get; init; }

    public RuleState With(Terms terms, IEnumerable<Seen> events) => terms.Kind switch
    {
        RuleKind.FollowedBy => Follow(terms.Within, [.. events]),
        RuleKind.NeverWithout => events.Aggregate(this, (state, one) => one.Part is Part.When
            ? state with { First = Earlier(state.First, Mark.Of(one)) } : state with { Beside = Earlier(state.Beside, Mark.Of(one)) }),
        RuleKind.AtMostOne => events.Aggregate(this, (state, one) => one.Part is Part.When ? state.Count(Mark.Of(one)) : state),
        _ => throw new ArgumentOutOfRangeException(nameof(terms)),
    };

    /// <summary>Null while it holds.</summary>
    public Breach? Broken(Terms terms, DateTimeOffset now) => terms.Kind switch
    {
        RuleKind.FollowedBy => Waiting is [var first, ..] && Due(first, terms) is var due && now > due ? new(due, first.Time, first.Event) : null,
        RuleKind.NeverWithout => Beside is { } b && !(First is { } a && a.At <= b.At) ? new(b.Time, b.Time, b.Event) : null,
        RuleKind.AtMostOne => Beside is { } second ? new(second.Time, second.Time, second.Event) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(terms)),
    };

    /// <summary>After this moment it is broken, if nothing comes; null when only an event can change anything.</summary>
    public DateTimeOffset? NextDue(Terms terms, DateTimeOffset now) =>
        terms.Kind is RuleKind.FollowedBy && Waiting is [var first, ..] && Due(first, terms) is var due && now <= due ? due : null;

    public string Write() => JsonSerializer.Serialize(this, Json.Kept);

    public static RuleState Read(string kept) => JsonSerializer.Deserialize<RuleState>(kept, Json.Kept)!; // written by Write: never null

    private RuleState Follow(TimeSpan within, IReadOnlyList<Seen> events)
    {
        var (covered, forgotten) = Spans.Merge(Covered, events.Where(e => e.Part is Part.Then).Select(e => Spans.Before(e.Time, within)), Forgotten);
        var waiting = new SortedSet<Mark>(Waiting.Concat(events.Where(e => e.Part is Part.When).Select(Mark.Of)));
        waiting.RemoveWhere(a => a.At <= forgotten || Spans.Cover(covered, a.At));
        return this with { Covered = covered, Forgotten = forgotten, Waiting = waiting.Count <= Most ? [.. waiting] : [waiting.Min, .. waiting.Skip(waiting.Count - Most + 1)] };
    }

    private RuleState Count(Mark a) =>
        First is not { } first ? this with { First = a }
        : a.Event == first.Event || a.Event == Beside?.Event ? this
        : a < first ? this with { First = a, Beside = first }
        : this with { Beside = Earlier(Beside, a) };

    private static Mark Earlier(Mark? known, Mark one) => known is { } before && before <= one ? before : one;

    private static DateTimeOffset Due(Mark a, Terms terms) =>
        terms.Within > DateTimeOffset.MaxValue - a.Time ? DateTimeOffset.MaxValue : a.Time + terms.Within;
}
