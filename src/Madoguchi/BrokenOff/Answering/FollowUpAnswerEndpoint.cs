using Madoguchi.Cases;
using Madoguchi.Cases.Solving;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.BrokenOff.Answering;

/// <param name="How">How it was solved, in the customer's words.</param>
public sealed record Tap(FollowUpAnswer Answer, string? How = null) : IChecked
{
    public const int Longest = 2_000;

    public IEnumerable<(string Pointer, string Why)> Errors() => How is null ? [] : Checks.Words("/how", How, Longest);
}

public static class FollowUpAnswerEndpoint
{
    public static void MapFollowUpAnswers(this IEndpointRouteBuilder callers) =>
        callers.MapPost("/cases/{caseId:id}/follow-up/answer", Answer).WithName("answerFollowUp").WithSummary("The customer's tap: still stuck, solved it myself, or no longer needed").ProducesProblem(409);

    private static async Task<Results<Ok<Moved>, ProblemHttpResult>> Answer(
        Id<Case> caseId, Body<Tap> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.AnswerFollowUp(caseId, caller, body.Value.Answer, body.Value.How, now), ct);
        return result.Refused(out var why, out var moved) ? Explain(why) : TypedResults.Ok(moved);
    }

    private static ProblemHttpResult Explain(FollowUpAnswerRefusal why) => why switch
    {
        FollowUpAnswerRefusal.Unknown => Problem.NotFound,
        FollowUpAnswerRefusal.NothingAsked => Problem.Of(409, "nothing-asked", "No follow-up waits for an answer.", "A message opens the case again at any time."),
    };
}
