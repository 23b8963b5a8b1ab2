using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Desks;
using Madoguchi.Handovers;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Findings.Promising;

public static class CheckEndpoint
{
    private const string Path = "/cases/{caseId:id}/checks";

    public static void MapChecks(this IEndpointRouteBuilder agents)
    {
        agents.MapPost(Path, Promise).WithName("promiseCheck").WithSummary("Tells the customer what is being checked and by when they hear of it; overdue, it rings").ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        agents.MapGet(Path, List).WithName("listChecks").WithSummary("The checks promised in a case, and whether they were kept, newest first").ProducesProblem(404);
    }

    private static async Task<Results<Created<CheckMade>, ProblemHttpResult>> Promise(
        Id<Case> caseId, Body<NewCheck> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.PromiseCheck(caseId, body.Value, agent, now), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Created((string?)null, made);
    }

    private static async Task<Results<Ok<CheckList>, ProblemHttpResult>> List(Id<Case> caseId, CurrentAgent agent, Db db, TimeProvider clock, CancellationToken ct) =>
        await db.Cases.AsNoTracking().VisibleTo(agent, db).AnyAsync(c => c.Id == caseId, ct) ? TypedResults.Ok(new CheckList(await db.ChecksOf(caseId, clock.Now, ct))) : Problem.NotFound;

    private static ProblemHttpResult Explain(PromiseRefusal why) => why switch
    {
        PromiseRefusal.Unknown => Problem.NotFound,
        PromiseRefusal.WithAnotherDesk => MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk),
        PromiseRefusal.Closed => HandoverProblem.Closed,
        PromiseRefusal.NotAhead => Problem.Invalid("/by", "A time ahead is needed."),
        PromiseRefusal.TooFar => Problem.Invalid("/by", "At most 90 days ahead."),
    };
}
