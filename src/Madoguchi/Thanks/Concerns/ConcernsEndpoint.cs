using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Thanks.Concerns;

/// <param name="CameOfIt">What was done about it, for the house.</param>
public sealed record Settling(string CameOfIt) : IChecked
{
    public const int Longest = 2_000;

    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Words("/cameOfIt", CameOfIt, Longest);
}

public static class ConcernsEndpoint
{
    public static void MapConcerns(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/concerns", List).WithName("listConcerns").WithSummary("Cases whose customers were not content, for supervisors; and what came of the latest").ProducesProblem(403);
        agents.MapPost("/cases/{caseId:id}/concern/settlement", Settle).WithName("settleConcern").WithSummary("A supervisor has looked into it, and says what came of it").ProducesProblem(403).ProducesProblem(409);
    }

    private static async Task<Results<Ok<ConcernList>, ProblemHttpResult>> List(CurrentAgent agent, Db db, CancellationToken ct) =>
        agent.SeesAll ? TypedResults.Ok(await db.Concerns(ct)) : Explain(SettleRefusal.NotSupervisor);

    private static async Task<Results<Ok<Settled>, ProblemHttpResult>> Settle(
        Id<Case> caseId, Body<Settling> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.SettleConcern(caseId, caller, body.Value.CameOfIt, now), ct);
        return result.Refused(out var why, out var settled) ? Explain(why) : TypedResults.Ok(settled);
    }

    private static ProblemHttpResult Explain(SettleRefusal why) => why switch
    {
        SettleRefusal.Unknown => Problem.NotFound,
        SettleRefusal.NotSupervisor => Problem.Of(403, "for-supervisors", "Low scores are looked into by supervisors."),
        SettleRefusal.NothingOpen => Problem.Of(409, "no-concern", "Nothing is open here: no low score, or it was settled or taken back."),
    };
}
