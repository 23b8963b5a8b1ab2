using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Handovers.Offering;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Handovers.TakingOver;

/// <param name="Reason">For the house; kept as a note.</param>
/// <param name="ToDesk">One of the agent's desks; the one that the case is on offer to, or the agent's first, when missing.</param>
public sealed record NewTakeover(string Reason, string? ToDesk = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => [.. Checks.Words("/reason", Reason, NewOffer.LongestReason), .. Checks.Line("/toDesk", ToDesk)];
}

public sealed record CaseTaken(Id<Case> CaseId, string Desk);

public static class TakeoverEndpoint
{
    public static void MapTakeovers(this IEndpointRouteBuilder agents) =>
        agents.MapPost("/cases/{caseId:id}/takeover", TakeOver).WithName("takeOver").WithSummary("Takes a case over at once: one that the agent sees, or whose customer's card was opened within the last hour")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<CaseTaken>, ProblemHttpResult>> TakeOver(
        Id<Case> caseId, Body<NewTakeover> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.TakeOver(caseId, body.Value, agent, now), ct);
        return result.Refused(out var why, out var taken) ? Explain(why) : TypedResults.Ok(taken);
    }

    public static ProblemHttpResult Explain(TakeoverRefusal why) => why switch
    {
        TakeoverRefusal.Unknown => Problem.NotFound,
        TakeoverRefusal.Closed => HandoverProblem.Closed,
        TakeoverRefusal.AlreadyThere => Problem.Of(409, "already-there", "The case is with this desk already."),
        TakeoverRefusal.CustomerWaits => HandoverProblem.CustomerWaits,
        TakeoverRefusal.UnknownDesk => Problem.Invalid("/toDesk", "A desk is needed that is yours."),
    };
}
