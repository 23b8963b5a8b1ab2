using Madoguchi.Cases.Messaging;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Assigning;

/// <param name="AgentId">An agent with a seat at the owner desk; null for nobody.</param>
public sealed record Assignment(Id<Agent>? AgentId);

public static class AssignmentEndpoint
{
    public static void MapAssignments(this IEndpointRouteBuilder agents)
    {
        agents.MapPut("/cases/{caseId:id}/assignment", Assign).WithName("assignCase").WithSummary("Puts somebody of the owner desk in charge, or nobody").ProducesProblem(422);
        agents.MapPost("/cases/{caseId:id}/assignment/mine", Take).WithName("takeCase").WithSummary("The caller takes a case that nobody else has taken").ProducesProblem(409);
    }

    private static async Task<Results<Ok<InCharge>, ProblemHttpResult>> Assign(
        Id<Case> caseId, Body<Assignment> body, Caller caller, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.Write(db => db.Assign(caseId, caller, body.Value.AgentId, now), ct);
        return result.Refused(out var why, out var inCharge) ? Explain(why) : TypedResults.Ok(inCharge);
    }

    private static async Task<Results<Ok<InCharge>, ProblemHttpResult>> Take(
        Id<Case> caseId, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, []), now, db => db.Take(caseId, caller, now), ct);
        return result.Refused(out var why, out var inCharge) ? Explain(why) : TypedResults.Ok(inCharge);
    }

    public static ProblemHttpResult Explain(AssignmentRefusal why) => why switch
    {
        AssignmentRefusal.Unknown => Problem.NotFound,
        AssignmentRefusal.WithAnotherDesk => MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk),
        AssignmentRefusal.NotAtThisDesk => Problem.Invalid("/agentId", "Only an agent with a seat at the owner desk can be in charge."),
        AssignmentRefusal.TakenBySomebodyElse => Problem.Of(409, "already-assigned", "A colleague has taken it.", "Assign it to yourself if you mean to take it over."),
    };
}
