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
    private readonly ConcurrentDictionary<Id<Agent>, Guesser> guessers = new();
    private readonly int anHour = int.TryParse(configuration["Madoguchi:Rates:Numbers"], CultureInfo.InvariantCulture, out var set) ? set : 60;

    public static ProblemHttpResult TooMany { get; } =
        Problem.Of(429, "too-many", "Too many numbers that are nobody's.", "Ask the customer to read it out sign by sign, and try again later.");

    /// <summary>One at a time for each agent: guesses sent together count as if they came one after the other.</summary>
    public async Task<Turn> Next(Id<Agent> agent, CancellationToken ct)
    {
        var guesser = guessers.GetOrAdd(agent, _ => new(new(1), new(new() { PermitLimit = anHour, Window = TimeSpan.FromHours(1), SegmentsPerWindow = 12 })));
        await guesser.One.WaitAsync(ct);
        return new(guesser.One, guesser.Failures);
    }

    /// <summary>From the question until its answer is known.</summary>
    public sealed class Turn(SemaphoreSlim one, SlidingWindowRateLimiter failures) : IDisposable
    {
        public bool MayTry
        {
            get
            {
                using var lease = failures.AttemptAcquire(0);
                return lease.IsAcquired;
            }
        }

        public void Failed() => failures.AttemptAcquire().Dispose();

        public void Dispose() => one.Release();
    }

    private sealed record Guesser(SemaphoreSlim One, SlidingWindowRateLimiter Failures);
}
