using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Claiming;

public sealed record ClaimConfirmed(Id<Case> CaseId, string CustomerNumber);

public static class ClaimEndpoint
{
    public static void MapClaims(this IEndpointRouteBuilder agents) =>
        agents.MapPost("/cases/{caseId:id}/claim/confirmation", Confirm).WithName("confirmClaim").WithSummary("The claimed number is theirs: the agent has made sure")
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<ClaimConfirmed>, ProblemHttpResult>> Confirm(
        Id<Case> caseId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.ConfirmClaim(caseId, agent, now), ct);
        return result.Refused(out var why, out var confirmed) ? Explain(why) : TypedResults.Ok(confirmed);
    }

    public static ProblemHttpResult Explain(ClaimRefusal why) => why switch
    {
        ClaimRefusal.Unknown => Problem.NotFound,
        ClaimRefusal.WithAnotherDesk => Problem.Of(403, "with-another-desk", "The case is with another desk now."),
        ClaimRefusal.NothingClaimed => Problem.Of(409, "nothing-claimed", "No number is claimed here that would wait for an answer."),
        ClaimRefusal.NobodysNumber => Problem.Of(409, "nobodys-number", "There is no customer of the claimed number."),
    };
}
