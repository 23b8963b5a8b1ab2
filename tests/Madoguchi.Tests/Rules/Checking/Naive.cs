using Madoguchi.Rules.Checking;

namespace Madoguchi.Tests.Rules.Checking;

/// <summary>The same rules, read from the whole history at once, as slowly as one pleases: what the incremental check must equal.</summary>
internal static class Naive
{
    public static Breach? Broken(Terms terms, IEnumerable<Seen> events, DateTimeOffset now)
    {
        var all = events.Distinct().OrderBy(e => e.Time).ThenBy(e => e.Event).ToList();
        var (a, b) = (all.Where(e => e.Part is Part.When).ToList(), all.Where(e => e.Part is Part.Then).ToList());
        return terms.Kind switch
        {
            RuleKind.FollowedBy => a.Where(one => !b.Any(other => other.Time >= one.Time && other.Time - one.Time <= terms.Within) && now - one.Time > terms.Within)
                .Select(one => new Breach(one.Time + terms.Within, one.Time, one.Event)).FirstOrDefault(),
            RuleKind.NeverWithout => b.Where(one => !a.Any(before => before.Time <= one.Time)).Select(one => new Breach(one.Time, one.Time, one.Event)).FirstOrDefault(),
            _ => a.Skip(1).Select(one => new Breach(one.Time, one.Time, one.Event)).FirstOrDefault(),
        };
    }
}
