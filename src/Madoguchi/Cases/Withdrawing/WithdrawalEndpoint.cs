using Madoguchi.Cases.Messaging;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Withdrawing;

public static class WithdrawalEndpoint
{
    public static void MapWithdrawals(this IEndpointRouteBuilder callers) =>
        callers.MapPost("/cases/{caseId:id}/messages/{entry:int:min(1)}/withdrawal", Withdraw).WithName("withdrawMessage")
            .WithSummary("Takes a message or a file back, within ten minutes or as long as the other side has not read it").ProducesProblem(409);

    private static async Task<Results<Ok<Recorded>, ProblemHttpResult>> Withdraw(
        Id<Case> caseId, int entry, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, []), now, db => db.Withdraw(caseId, caller, entry, now), ct);
        return result.Refused(out var why, out var recorded) ? Explain(why) : TypedResults.Ok(recorded);
    }

    private static ProblemHttpResult Explain(WithdrawalRefusal why) => why switch
    {
        WithdrawalRefusal.Unknown => Problem.NotFound,
        WithdrawalRefusal.WithAnotherDesk => MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk),
        WithdrawalRefusal.TooLate => Problem.Of(409, "too-late", "It has been read, and more than ten minutes ago.", "Write again what is right."),
    };
}
