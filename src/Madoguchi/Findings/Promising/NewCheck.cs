using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Findings.Promising;

/// <param name="What">What is looked at, in the customer's language: they read it.</param>
/// <param name="By">By when they hear of it; within the desk's open hours for checks, when missing.</param>
public sealed record NewCheck(string What, DateTimeOffset? By = null) : IChecked
{
    public const int Longest = 500;

    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Words("/what", What, Longest);
}

/// <param name="By">By when the customer hears of it.</param>
public sealed record CheckMade(Id<CheckPromise> CheckId, DateTimeOffset By, int Entry);

/// <param name="KeptAt">When the customer heard of it.</param>
/// <param name="Late">The time has passed, and they have not.</param>
public sealed record CheckView(Id<CheckPromise> CheckId, string What, DateTimeOffset PromisedAt, DateTimeOffset By, DateTimeOffset? KeptAt, bool Late);

public sealed record CheckList(IReadOnlyList<CheckView> Checks);

/// <summary>Why no check was promised.</summary>
public enum PromiseRefusal { Unknown, WithAnotherDesk, Closed, NotAhead, TooFar }

/// <summary>Pure.</summary>
public static class Promising
{
    public static readonly TimeSpan Farthest = TimeSpan.FromDays(90);

    /// <summary>That somebody looks is a word of the desk: it answers the customer for now.</summary>
    public static Result<Happening, PromiseRefusal> PromiseCheck(this Case theCase, Id<CheckPromise> id, string what, DateTimeOffset by, CurrentAgent agent, DateTimeOffset now)
    {
        if (!agent.WorksAt(theCase.DeskId))
            return PromiseRefusal.WithAnotherDesk;
        if (theCase.IsClosed)
            return PromiseRefusal.Closed;
        if (by <= now)
            return PromiseRefusal.NotAhead;
        if (by > now + Farthest)
            return PromiseRefusal.TooFar;
        return new CheckPromised(id.Value, what, by);
    }
}
