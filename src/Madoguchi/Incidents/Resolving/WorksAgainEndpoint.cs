using Madoguchi.Cases;
using Madoguchi.Cases.Solving;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Incidents.Resolving;

public sealed record WorksAgainSaid(bool Yes);

public static class WorksAgainEndpoint
{
    public static void MapWorksAgain(this IEndpointRouteBuilder callers) =>
        callers.MapPost("/cases/{caseId:id}/works-again", Answer).WithName("answerWorksAgain").WithSummary("The customer says whether it works again; no comes back at the front, and the last answer counts").ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<Moved>, ProblemHttpResult>> Answer(
        Id<Case> caseId, Body<WorksAgainSaid> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.AnswerWhetherItWorks(caseId, caller, body.Value.Yes, now), ct);
        return result.Refused(out var why, out var moved) ? Explain(why) : TypedResults.Ok(moved);
    }

    private static ProblemHttpResult Explain(WorksAgainRefusal why) => why switch
    {
        WorksAgainRefusal.Unknown => Problem.NotFound,
        WorksAgainRefusal.NothingAsked => Problem.Of(409, "nothing-asked", "Nobody has asked whether it works again.", "The customer is asked when an incident that their case belongs to is resolved."),
    };
}
