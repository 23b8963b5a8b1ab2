using Madoguchi.Shared;

namespace Madoguchi.Rules.Checking;

/// <summary>Where A's are followed: the times up to T before each B. However many B's there are, those that stand close together are one span.</summary>
internal static class Spans
{
    public static Span Before(DateTimeOffset b, TimeSpan within)
    {
        var to = Moment.ToUnixMicroseconds(b);
        return new(within > b - DateTimeOffset.MinValue ? long.MinValue : to - within.Ticks / 10, to);
    }

    /// <summary>In order and apart; the oldest are forgotten when there are too many.</summary>
    public static (IReadOnlyList<Span> Spans, long? Forgotten) Merge(IReadOnlyList<Span> known, IEnumerable<Span> more, long? forgotten)
    {
        List<Span> merged = [];
        foreach (var span in known.Concat(more).OrderBy(s => s.From))
        {
            if (merged is [.., var last] && span.From <= last.To)
                merged[^1] = last with { To = Math.Max(last.To, span.To) };
            else
                merged.Add(span);
        }

        var over = merged.Count - RuleState.Most;
        return over <= 0 ? (merged, forgotten) : (merged[over..], Math.Max(forgotten ?? long.MinValue, merged[over - 1].To));
    }

    public static bool Cover(IReadOnlyList<Span> spans, long at)
    {
        var (low, high) = (0, spans.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (at < spans[middle].From)
                high = middle - 1;
            else if (at > spans[middle].To)
                low = middle + 1;
            else
                return true;
        }

        return false;
    }
}
