using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Reviewing;

/// <summary>One case of an incident, as far as it takes to reckon what its customer lost.</summary>
/// <param name="ToldAt">When they first told us.</param>
/// <param name="ClosedAt">When their case was solved, or closed in another way.</param>
/// <param name="WorksAgain">What they said last, and when.</param>
/// <param name="SaidNoAt">When they last said that it does not work, also where they have said yes since.</param>
public sealed record Hit(Id<Customer> Customer, DateTimeOffset ToldAt, DateTimeOffset? ClosedAt, bool? WorksAgain, DateTimeOffset? AnsweredAt, DateTimeOffset? SaidNoAt = null);

/// <summary>The time that customers lost by an incident: what is certain of it. It begins when they first told us, but not before the incident did; nobody knows how long they had suffered
/// before. It ends with the resolution, or with their own yes or the end of their case, if that was earlier: who reads our question two days later has not lost two days. Who said after the
/// resolution that it does not work loses on, until their yes or until their case is closed. Who has several cases at once loses once.</summary>
public static class LostTime
{
    /// <param name="from">Only what was lost from here …</param>
    /// <param name="to">… to here: now, for what still goes on.</param>
    public static TimeSpan Of(IEnumerable<Hit> hits, DateTimeOffset since, DateTimeOffset? resolvedAt, DateTimeOffset from, DateTimeOffset to) =>
        hits.GroupBy(h => h.Customer).Aggregate(TimeSpan.Zero, (sum, hit) => sum + Once(hit.Select(h => (Later(Later(h.ToldAt, since), from), Earlier(End(h, resolvedAt) ?? to, to)))));

    // What lies in several of them counts once, what lies between them not at all.
    private static TimeSpan Once(IEnumerable<(DateTimeOffset Begin, DateTimeOffset End)> spans)
    {
        var (sum, until) = (TimeSpan.Zero, DateTimeOffset.MinValue);
        foreach (var (begin, end) in spans.OrderBy(s => s.Begin))
        {
            var start = Later(begin, until);
            if (end <= start)
                continue;
            (sum, until) = (sum + (end - start), end);
        }

        return sum;
    }

    private static DateTimeOffset? End(Hit hit, DateTimeOffset? resolvedAt) => hit.WorksAgain switch
    {
        true => hit.SaidNoAt > resolvedAt ? hit.AnsweredAt : Earliest(hit.AnsweredAt, resolvedAt),
        false => hit.ClosedAt > hit.AnsweredAt ? hit.ClosedAt : null,
        null => Earliest(hit.ClosedAt, resolvedAt),
    };

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one is { } a && other is { } b ? Earlier(a, b) : one ?? other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
