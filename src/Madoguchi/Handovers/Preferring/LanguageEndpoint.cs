using Madoguchi.Cases;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Handovers.Preferring;

/// <param name="Wait">True: I would rather wait for my own language.</param>
public sealed record LanguageAnswer(bool Wait);

public sealed record LanguageNoted(int Entry, bool Wait);

public static class LanguageEndpoint
{
    public static void MapLanguageAnswers(this IEndpointRouteBuilder callers) =>
        callers.MapPost("/cases/{caseId:id}/handovers/{handoverId:id}/language", Answer).WithName("answerLanguage")
            .WithSummary("The customer says whether they would rather wait for their own language").ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<LanguageNoted>, ProblemHttpResult>> Answer(
        Id<Case> caseId, Id<Handover> handoverId, Body<LanguageAnswer> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.AnswerLanguage(caseId, handoverId, body.Value.Wait, caller, now), ct);
        return result.Refused(out var why, out var noted) ? HandoverProblem.Explain(why) : TypedResults.Ok(noted);
    }
}
