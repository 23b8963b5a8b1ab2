using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Findings.Making;

public static class FindingEndpoint
{
    private const string Path = "/cases/{caseId:id}/findings";

    public static void MapMaking(this IEndpointRouteBuilder agents)
    {
        agents.MapPost(Path, Make).WithName("makeFinding").WithSummary("What came of the look: confirmed, contradicted or not in the logs, resting on events, evidence, or a query that the server runs itself")
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        agents.MapGet(Path, List).WithName("listFindings").WithSummary("What was found out about a case, and what it rests on, oldest first").ProducesProblem(404);
    }

    private static async Task<Results<Created<FindingRecorded>, ProblemHttpResult>> Make(
        Id<Case> caseId, Body<NewFinding> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, missing) = (clock.Now, new Missing());
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.MakeFinding(caseId, body.Value, missing, agent, now), ct);
        return result.Refused(out var why, out var made) ? Explain(why, missing) : TypedResults.Created((string?)null, made);
    }

    private static async Task<Results<Ok<FindingList>, ProblemHttpResult>> List(Id<Case> caseId, CurrentAgent agent, Db db, CancellationToken ct) =>
        await db.Cases.AsNoTracking().VisibleTo(agent, db).AnyAsync(c => c.Id == caseId, ct) ? TypedResults.Ok(new FindingList(await db.FindingsOf(caseId, ct))) : Problem.NotFound;

    private static ProblemHttpResult Explain(MakeRefusal why, Missing missing) => why switch
    {
        MakeRefusal.Unknown => Problem.NotFound,
        MakeRefusal.WithAnotherDesk => MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk),
        MakeRefusal.RestsOnNothing => Problem.Invalid("", "It rests on nothing: cite events or evidence, or let the server look (\"query\")."),
        MakeRefusal.UnknownProof => Problem.Invalid(missing.Said?.At ?? "/events", missing.Said?.Why ?? "There is no such thing."),
        MakeRefusal.NoBeginning => Problem.Invalid("/deadline", "Cite the event by which it was begun: by that it is judged."),
    };
}
