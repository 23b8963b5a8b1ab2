using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Prioritizing;

public sealed record Wanted(Priority Priority);

/// <param name="Entry">The case's last entry now.</param>
public sealed record PriorityNow(Priority Priority, int Entry);

public static class PriorityEndpoint
{
    public static void MapPriorities(this IEndpointRouteBuilder agents) =>
        agents.MapPut("/cases/{caseId:id}/priority", Prioritize).WithName("prioritizeCase").WithSummary("low, normal, high or urgent; If-Match guards against a colleague's change")
            .ProducesProblem(412).ProducesProblem(422);

    private static async Task<Results<Ok<PriorityNow>, ProblemHttpResult>> Prioritize(
        Id<Case> caseId, Body<Wanted> body, HttpContext http, Caller caller, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, seen) = (clock.Now, Version.Seen(http.Request));
        var result = await writes.Write(db => db.Prioritize(caseId, caller, body.Value.Priority, seen, now), ct);
        if (result.Refused(out var why, out var priority))
            return Version.Explain(why);
        http.Response.Headers.ETag = $"\"{priority.Entry}\"";
        return TypedResults.Ok(priority);
    }
}
