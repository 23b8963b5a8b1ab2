using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Handovers.Offering;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Handovers.Returning;

/// <param name="Reason">For the giver; no customer reads it.</param>
public sealed record NewReturn(string Reason) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Words("/reason", Reason, NewOffer.LongestReason);
}

public static class ReturnEndpoint
{
    public static void MapReturns(this IEndpointRouteBuilder agents) =>
        agents.MapPost("/handovers/{handoverId:id}/return", Return).WithName("returnHandover").WithSummary("Goes back to the giver, with a reason")
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<HandoverAnswered>, ProblemHttpResult>> Return(
        Id<Handover> handoverId, Body<NewReturn> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.Return(handoverId, body.Value.Reason, agent, now), ct);
        return result.Refused(out var why, out var answered) ? HandoverProblem.Explain(why) : TypedResults.Ok(answered);
    }
}
