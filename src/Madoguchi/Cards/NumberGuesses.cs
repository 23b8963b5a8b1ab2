using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.RateLimiting;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cards;

/// <summary><c>Madoguchi:Rates:Numbers</c>: how many numbers that are nobody's an agent may try in an hour, at each node. Right ones cost nothing.</summary>
public sealed class NumberGuesses(IConfiguration configuration)
{
    private readonly ConcurrentDictionary<Id<Agent>, SlidingWindowRateLimiter> failures = new();
    private readonly int anHour = int.TryParse(configuration["Madoguchi:Rates:Numbers"], CultureInfo.InvariantCulture, out var set) ? set : 60;

    public static ProblemHttpResult TooMany { get; } =
        Problem.Of(429, "too-many", "Too many numbers that are nobody's.", "Ask the customer to read it out sign by sign, and try again later.");

    public bool MayTry(Id<Agent> agent)
    {
        using var lease = Of(agent).AttemptAcquire(0);
        return lease.IsAcquired;
    }

    public void Failed(Id<Agent> agent)
    {
        using var lease = Of(agent).AttemptAcquire();
    }

    private SlidingWindowRateLimiter Of(Id<Agent> agent) => failures.GetOrAdd(agent,
        _ => new(new SlidingWindowRateLimiterOptions { PermitLimit = anHour, Window = TimeSpan.FromHours(1), SegmentsPerWindow = 12 }));
}
