using Madoguchi.Cases.Messaging;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Denying;

public static class DisputingEndpoint
{
    public static void MapDisputes(this IEndpointRouteBuilder agents) =>
        agents.MapPut("/cases/{caseId:id}/dispute", Mark).WithName("markDisputed").WithSummary("The customer says that something happened: a denial needs a finding, an article is not enough").ProducesProblem(403);

    private static async Task<Results<Ok<Recorded>, ProblemHttpResult>> Mark(Id<Case> caseId, Caller caller, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.Write(db => db.MarkDisputed(caseId, caller, now), ct);
        return result.Refused(out var why, out var recorded) ? MessageEndpoint.Explain(why) : TypedResults.Ok(recorded);
    }
}
