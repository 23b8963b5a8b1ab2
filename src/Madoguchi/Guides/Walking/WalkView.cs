using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Guides.Walking;

public enum WayState { Waiting, Now, Tried, Aside, Solved }

/// <param name="Way">The way that is walked now; the one that has helped, once one has.</param>
/// <param name="Step">Of this way, from 0.</param>
/// <param name="Place">What is waited for: <c>risk</c> to be agreed to, an answer to the <c>step</c>, or the <c>outcome</c>.</param>
/// <param name="Text">What to do now.</param>
/// <param name="How">How it is done, told ahead.</param>
/// <param name="Ways">In the order of the day on which the walk began.</param>
public sealed record WalkView(
    Id<Walk> WalkId, Id<Case> CaseId, string Guide, int Version, Bilingual Title, WalkState State, string Way, int Step, int Steps, WalkPlace Place, IReadOnlyList<WalkedWay> Ways, Bilingual? Text = null, Bilingual? How = null)
{
    public static WalkView Of(Underway at)
    {
        var (walk, guide) = (at.Walk, at.Guide.Content);
        var way = guide.Way(walk.Way);
        var step = walk is { IsActive: true, Place: WalkPlace.Step } ? way?.Steps[walk.Step] : null;
        return new(walk.Id, at.Case.Id, at.Guide.Guide.Slug, walk.Version, guide.Title, walk.State, walk.Way, walk.Step, way?.Steps.Count ?? 0, walk.Place,
            [.. walk.Order.Select(guide.Way).OfType<Way>().Select(w => new WalkedWay(w.Slug, w.Title, w.Minutes, walk.Of(w.Slug), w.Risk, w.Needs))], step?.Text, step?.How);
    }
}

public sealed record WalkedWay(string Slug, Bilingual Title, double Minutes, WayState State, Bilingual? Risk = null, Bilingual? Needs = null);

public sealed partial class Walk
{
    public WayState Of(string way) =>
        Tried.Contains(way) ? WayState.Tried
        : way == Way && State is WalkState.Solved ? WayState.Solved
        : way == Way && IsActive ? WayState.Now
        : Aside.Contains(way) ? WayState.Aside : WayState.Waiting;
}
