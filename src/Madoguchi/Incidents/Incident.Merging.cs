using Madoguchi.Shared;

namespace Madoguchi.Incidents;

public sealed partial class Incident
{
    /// <summary>It was the same as that one, which goes on with the cases of both.</summary>
    public Id<Incident>? MergedInto { get; set; }
    public DateTimeOffset? MergedAt { get; set; }

    public bool IsMerged => MergedInto is not null;

    public void Become(Id<Incident> other, DateTimeOffset now) => (MergedInto, MergedAt, ResolvedAt, ChangedAt) = (other, now, now, now);

    /// <summary>They are two after all.</summary>
    public void ComeApart(DateTimeOffset now) => (MergedInto, MergedAt, ResolvedAt, ChangedAt) = (null, null, null, now);

    /// <summary>The one that goes on with it, over however many steps; itself where it was never merged.</summary>
    public Incident GoesOnIn(IReadOnlyDictionary<Id<Incident>, Incident> all)
    {
        var on = this;
        for (var steps = 0; steps < all.Count && on.MergedInto is { } next && all.TryGetValue(next, out var known); steps++)
            on = known;
        return on;
    }
}
