using System.Text.Json.Serialization;
using Madoguchi.Shared;

namespace Madoguchi.Rules.Checking;

/// <summary>An event as a state remembers it; of two at the same time, their ids say which stands first.</summary>
/// <param name="At">Microseconds since 1970.</param>
public readonly record struct Mark(long At, Guid Event) : IComparable<Mark>
{
    [JsonIgnore]
    public DateTimeOffset Time => Moment.FromUnixMicroseconds(At);

    public static Mark Of(Seen seen) => new(Moment.ToUnixMicroseconds(seen.Time), seen.Event);

    public static bool operator <(Mark left, Mark right) => left.CompareTo(right) < 0;

    public static bool operator >(Mark left, Mark right) => left.CompareTo(right) > 0;

    public static bool operator <=(Mark left, Mark right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Mark left, Mark right) => left.CompareTo(right) >= 0;

    public int CompareTo(Mark other) => At.CompareTo(other.At) is var order and not 0 ? order : Event.CompareTo(other.Event);
}

/// <summary>A time in which every A is followed: from T before a B to that B, both ends included.</summary>
public readonly record struct Span(long From, long To);
