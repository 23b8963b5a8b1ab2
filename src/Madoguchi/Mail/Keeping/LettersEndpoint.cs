using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Mail.Keeping;

public static class LettersEndpoint
{
    public static void MapLetters(this IEndpointRouteBuilder administrators)
    {
        administrators.MapGet("/letters", async (Db db, CancellationToken ct) => TypedResults.Ok(await db.UnsentLetters(ct)))
            .WithName("listLetters").WithSummary("Letters that have not gone out: parked ones first").ProducesProblem(404);
        administrators.MapPost("/letters/{letterId:id}/retry", Retry).WithName("retryLetter").WithSummary("A parked letter is tried again").ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Results<Ok<LetterView>, ProblemHttpResult>> Retry(Id<Letter> letterId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.TryAgain(letterId, now), ct);
        return result.Refused(out var why, out var tried) ? Explain(why) : TypedResults.Ok(tried);
    }

    private static ProblemHttpResult Explain(RetryRefusal why) => why switch
    {
        RetryRefusal.Unknown => Problem.NotFound,
        RetryRefusal.NotParked => Problem.Of(409, "not-parked", "The letter is on its way, or has gone.", "Only what is parked is tried again by hand."),
    };
}
