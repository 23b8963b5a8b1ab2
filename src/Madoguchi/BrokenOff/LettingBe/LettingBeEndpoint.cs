using Madoguchi.Cases;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.BrokenOff.LettingBe;

/// <param name="Reason">For the house.</param>
public sealed record NewLettingBe(string Reason) : IChecked
{
    public const int Longest = 500;

    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Words("/reason", Reason, Longest);
}

/// <param name="Entry">The number on the timeline.</param>
public sealed record LeftAlone(int Entry);

public static class LettingBeEndpoint
{
    public static void MapLettingBe(this IEndpointRouteBuilder agents) =>
        agents.MapPost("/cases/{caseId:id}/follow-up/closure", Close).WithName("closeFollowUp").WithSummary("No follow-up is needed: the case leaves the list, with a reason").ProducesProblem(403).ProducesProblem(409);

    private static async Task<Results<Ok<LeftAlone>, ProblemHttpResult>> Close(
        Id<Case> caseId, Body<NewLettingBe> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.LetBe(caseId, caller, body.Value.Reason, now), ct);
        return result.Refused(out var why, out var left) ? Explain(why) : TypedResults.Ok(left);
    }

    private static ProblemHttpResult Explain(LetBeRefusal why) => why switch
    {
        LetBeRefusal.Unknown => Problem.NotFound,
        LetBeRefusal.WithAnotherDesk => Cases.Messaging.MessageEndpoint.Explain(Cases.Messaging.CaseRefusal.WithAnotherDesk),
        LetBeRefusal.NothingBroken => Problem.Of(409, "not-broken-off", "This contact has not broken off, or the customer was heard of again."),
    };
}
