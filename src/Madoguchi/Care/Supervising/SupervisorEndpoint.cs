using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Care.Supervising;

public static class SupervisorEndpoint
{
    private const string Path = "/cases/{caseId:id}/supervisor";

    public static void MapSupervisors(this IEndpointRouteBuilder callers)
    {
        callers.MapPost(Path, Wish).WithName("wishSupervisor").WithSummary("\"I want a supervisor\": by the customer, or noted by an agent; promised with a time, and watched").ProducesProblem(403).ProducesProblem(404);
        callers.MapDelete(Path, Unwish).WithName("unwishSupervisor").WithSummary("No longer needed").ProducesProblem(403).ProducesProblem(404);
    }

    private static async Task<Results<Created<SupervisorPromised>, ProblemHttpResult>> Wish(Id<Case> caseId, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, []), now, db => db.WishSupervisor(caseId, caller, now), ct);
        return result.Refused(out var why, out var promised) ? Explain(why) : TypedResults.Created((string?)null, promised);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Unwish(Id<Case> caseId, Caller caller, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.Write(db => db.UnwishSupervisor(caseId, caller, now), ct);
        return result.Refused(out var why, out _) && why is not WishRefusal.NothingWished ? Explain(why) : TypedResults.NoContent(); // gone is gone
    }

    private static ProblemHttpResult Explain(WishRefusal why) => why switch
    {
        WishRefusal.Unknown or WishRefusal.NothingWished => Problem.NotFound,
        WishRefusal.WithAnotherDesk => MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk),
    };
}
