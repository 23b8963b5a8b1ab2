using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Following;

/// <param name="Agents">Colleagues who look at the case or write at it now.</param>
public sealed record PresenceView(CustomerPresence Customer, IReadOnlyList<AgentPresence> Agents);

public static class PresenceEndpoint
{
    public static void MapPresence(this IEndpointRouteBuilder agents) =>
        agents.MapGet("/cases/{caseId:id}/presence", Read).WithName("readPresence").WithSummary("Whether the customer is there, and which colleagues are");

    private static async Task<Results<Ok<PresenceView>, ProblemHttpResult>> Read(Id<Case> caseId, Caller caller, Presence presence, Db db, TimeProvider clock, CancellationToken ct) =>
        await db.Cases.VisibleTo(caller, db, clock.Now).AnyAsync(c => c.Id == caseId, ct)
            ? TypedResults.Ok(new PresenceView(presence.Customer(caseId, await db.CustomerSeen(caseId, ct)), presence.Agents(caseId)))
            : Problem.NotFound;
}
