using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Guides.Walking;

public sealed partial class Walk
{
    /// <param name="of">The case; nobody's while a guide is tried before the first word to us.</param>
    /// <param name="order">The ways in today's order.</param>
    /// <param name="lastEntry">Of the case.</param>
    public static Walk Begin(Id<Walk> id, Id<Case> of, GuideRevision guide, IReadOnlyList<RankedWay> order, int lastEntry, DateTimeOffset now)
    {
        var walk = new Walk
        {
            Id = id, CaseId = of, GuideId = guide.Guide.Id, Version = guide.Number, Order = [.. order.Select(w => w.Way.Slug)], Way = order[0].Way.Slug, StartedAt = now,
        };
        walk.Enter(order[0].Way, lastEntry);
        return walk;
    }

    /// <summary>Walked before the first word to us, and brought along: what came of it stays, the walk itself has ended.</summary>
    public static Walk Brought(Id<Walk> id, Case theCase, Walk walked, DateTimeOffset now) => new()
    {
        Id = id, CaseId = theCase.Id, GuideId = walked.GuideId, Version = walked.Version, Order = walked.Order, Tried = walked.Tried, Aside = walked.Aside, Way = walked.Way, Step = walked.Step, Place = walked.Place,
        State = walked.State is WalkState.Exhausted ? WalkState.Exhausted : WalkState.Stopped, StartedAt = walked.StartedAt, EndedAt = now,
    };

    /// <summary>Then let us try another way. What is left aside comes last; it has no result.</summary>
    /// <param name="way">Which; the next one when nobody says.</param>
    /// <param name="from">The way that is to be left: who has left it already, by a second tap or the other side's, stays.</param>
    public Result<IReadOnlyList<Happening>, WalkRefusal> Turn(GuideContent guide, string? way, string from, int lastEntry)
    {
        if (!IsActive)
            return WalkRefusal.Ended;
        if (way == Way || from != Way)
            return Array.Empty<Happening>();
        if ((way ?? Next()) is not { } wanted)
            return WalkRefusal.NoOtherWay;
        if (guide.Way(wanted) is not { } next)
            return WalkRefusal.NoWay;
        if (Tried.Contains(wanted))
            return WalkRefusal.OutOfOrder;
        Turn(next, lastEntry);
        State = WalkState.Walking;
        return new Happening[] { new WayBegun(Id.Value, wanted, Both(next.Title)) };
    }

    /// <summary>The risk was shown, and whoever has something to lose agrees to it.</summary>
    public Result<IReadOnlyList<Happening>, WalkRefusal> Agree(GuideContent guide, string way)
    {
        if (!IsActive)
            return WalkRefusal.Ended;
        if (guide.Way(way) is not { } walked)
            return WalkRefusal.NoWay;
        if (way != Way)
            return WalkRefusal.OutOfOrder;
        if (Place is not WalkPlace.Risk)
            return Array.Empty<Happening>();
        (Place, State) = (WalkPlace.Step, WalkState.Walking);
        return new Happening[] { new WayBegun(Id.Value, way, Both(walked.Title), walked.Risk is { } risk ? Both(risk) : null) };
    }

    public Result<IReadOnlyList<Happening>, WalkRefusal> Rest(bool rests)
    {
        if (!IsActive)
            return WalkRefusal.Ended;
        if (rests == State is WalkState.Paused)
            return Array.Empty<Happening>();
        State = rests ? WalkState.Paused : WalkState.Walking;
        return new Happening[] { rests ? new WalkPaused(Id.Value) : new WalkResumed(Id.Value) };
    }

    public Result<IReadOnlyList<Happening>, WalkRefusal> Stop(GuideContent guide, DateTimeOffset now)
    {
        if (!IsActive)
            return Array.Empty<Happening>();
        (State, EndedAt) = (WalkState.Stopped, now);
        return new Happening[] { new WalkEnded(Id.Value, Both(guide.Title), WalkEnded.Stopped) };
    }

    /// <summary>What comes after the way that is walked now; nothing when there is no other.</summary>
    public string? Next() => Order.Where(w => w != Way && !Tried.Contains(w)).OrderBy(w => Aside.IndexOf(w)).FirstOrDefault();

    private void Turn(Way to, int lastEntry)
    {
        Aside = [.. Aside.Where(a => a != Way && a != to.Slug), Way];
        Enter(to, lastEntry);
    }

    private void Enter(Way way, int lastEntry)
    {
        Aside = [.. Aside.Where(a => a != way.Slug)];
        (Way, Step, Place, WayEntry) = (way.Slug, 0, way.Risk is null ? WalkPlace.Step : WalkPlace.Risk, lastEntry);
    }
}
