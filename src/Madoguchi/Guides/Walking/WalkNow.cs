using Madoguchi.Shared;

namespace Madoguchi.Guides.Walking;

/// <summary>Where a walk stands, as its fragments show it.</summary>
/// <param name="Why">Why each way stands where it does, by its slug.</param>
/// <param name="Device">What is known of the customer's device.</param>
public sealed record WalkNow(Walk Walk, GuideContent Guide, IReadOnlyDictionary<string, RankedWay> Why, string Device = "")
{
    public Way Way => Guide.Way(Walk.Way)!; // the walk was made of this version's ways

    public Step? Step => Walk.Place is WalkPlace.Step ? Way.Steps[Walk.Step] : null;

    /// <summary>The way that it is, of how many: those tried, and this one.</summary>
    public int Turn => Walk.Tried.Count + 1;

    public int Ways => Walk.Order.Count;

    public Way? Next => Walk.Next() is { } next ? Guide.Way(next) : null;

    public string WhyIn(string way, Tongue t) => Why.TryGetValue(way, out var ranked) ? BestOrder.Why(ranked, t) : "";
}
