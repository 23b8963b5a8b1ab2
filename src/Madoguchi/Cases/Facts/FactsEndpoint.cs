using Madoguchi.Cases.Messaging;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Facts;

public sealed record FactValue(string Value);

public static class FactsEndpoint
{
    public static void MapFacts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{caseId:id}/facts", Read).WithName("readFacts").WithSummary("What is known: the person's facts, the device's, the case's");
        api.MapPut("/cases/{caseId:id}/facts/{key}", Tell).WithName("tellFact").WithSummary("Tells a fact; a newer telling takes an older one's place").ProducesProblem(422);
        api.MapPost("/cases/{caseId:id}/facts/{key}/promise", Promise).WithName("promiseFact").WithSummary("The customer will tell it later").ProducesProblem(422);
    }

    private static async Task<Results<Ok<FactList>, ProblemHttpResult>> Read(Id<Case> caseId, Caller caller, Db db, TimeProvider clock, CancellationToken ct) =>
        await db.FactsAt(caseId, caller, clock.Now, ct) is { } facts ? TypedResults.Ok(new FactList(facts)) : Problem.NotFound;

    private static async Task<Results<Ok<FactView>, ProblemHttpResult>> Tell(
        Id<Case> caseId, string key, Body<FactValue> body, Caller caller, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (Wrong(key, body.Value.Value) is { } problem)
            return problem;
        var now = clock.Now;
        var result = await writes.Write(db => db.TellFact(caseId, caller, key, body.Value.Value, now), ct);
        return result.Refused(out var why, out var told) ? MessageEndpoint.Explain(why) : TypedResults.Ok(told);
    }

    private static async Task<Results<Created<Recorded>, ProblemHttpResult>> Promise(
        Id<Case> caseId, string key, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (Wrong(key, "later") is { } problem)
            return problem;
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, []), now, db => db.PromiseFact(caseId, caller, key, now), ct);
        return result.Refused(out var why, out var promised) ? MessageEndpoint.Explain(why) : TypedResults.Created((string?)null, promised);
    }

    private static ProblemHttpResult? Wrong(string key, string value)
    {
        var errors = FactKeys.Errors("/value", key, value).GroupBy(e => e.Pointer, e => e.Why).ToDictionary(e => e.Key, e => e.ToArray());
        return errors.Count == 0 ? null : Problem.Invalid(errors);
    }
}
