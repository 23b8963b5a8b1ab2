using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Handovers.Withdrawing;

public static class WithdrawalEndpoint
{
    public static void MapWithdrawals(this IEndpointRouteBuilder agents) =>
        agents.MapPost("/handovers/{handoverId:id}/withdrawal", Withdraw).WithName("withdrawHandover").WithSummary("The giver takes the offer back")
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<HandoverAnswered>, ProblemHttpResult>> Withdraw(
        Id<Handover> handoverId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.Withdraw(handoverId, agent, now), ct);
        return result.Refused(out var why, out var answered) ? HandoverProblem.Explain(why) : TypedResults.Ok(answered);
    }
}
