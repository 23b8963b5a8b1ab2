using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Reviewing;

/// <summary>One case of an incident, as far as it takes to reckon what its customer lost.</summary>
/// <param name="ToldAt">When they first told us.</param>
/// <param name="SolvedAt">When their case was solved, if it was.</param>
/// <param name="WorksAgain">What they said last, and when.</param>
public sealed record Hit(Id<Customer> Customer, DateTimeOffset ToldAt, DateTimeOffset? SolvedAt, bool? WorksAgain, DateTimeOffset? AnsweredAt);

/// <summary>The time that customers lost by an incident. A customer's begins when they first told us, but not before the incident did; nobody knows how long they had suffered before.
/// It ends with their own yes, or when their case was solved; else with the resolution. Who said no loses on until their case is solved. Who has several cases loses once:
/// from the first beginning to the last end.</summary>
public static class LostTime
{
    /// <param name="from">Only what was lost from here …</param>
    /// <param name="to">… to here: now, for what still goes on.</param>
    public static TimeSpan Of(IEnumerable<Hit> hits, DateTimeOffset since, DateTimeOffset? resolvedAt, DateTimeOffset from, DateTimeOffset to) =>
        hits.GroupBy(h => h.Customer).Aggregate(TimeSpan.Zero, (sum, hit) =>
        {
            var begin = Later(Later(hit.Min(h => h.ToldAt), since), from);
            var end = Earlier(hit.Max(h => End(h, resolvedAt) ?? to), to);
            return end > begin ? sum + (end - begin) : sum;
        });

    private static DateTimeOffset? End(Hit hit, DateTimeOffset? resolvedAt) => hit.WorksAgain switch
    {
        true => hit.AnsweredAt,
        false => hit.SolvedAt > hit.AnsweredAt ? hit.SolvedAt : null,
        null => (resolvedAt, hit.SolvedAt) is ({ } over, { } solved) ? Earlier(over, solved) : resolvedAt ?? hit.SolvedAt,
    };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
