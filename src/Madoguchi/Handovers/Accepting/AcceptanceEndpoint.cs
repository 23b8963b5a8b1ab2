using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Handovers.Accepting;

public static class AcceptanceEndpoint
{
    public static void MapAcceptances(this IEndpointRouteBuilder agents) =>
        agents.MapPost("/handovers/{handoverId:id}/acceptance", Accept).WithName("acceptHandover").WithSummary("Takes the responsibility; the customer reads one line")
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<HandoverAnswered>, ProblemHttpResult>> Accept(
        Id<Handover> handoverId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.Accept(handoverId, agent, now), ct);
        return result.Refused(out var why, out var answered) ? HandoverProblem.Explain(why) : TypedResults.Ok(answered);
    }
}
