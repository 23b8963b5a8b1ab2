using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Line.Calling;

public static class NextEndpoint
{
    public static void MapNext(this IEndpointRouteBuilder agents) =>
        agents.MapPost("/desks/{slug}/line/next", Next).WithName("callNext").WithSummary("Whose turn it is: theirs and nobody else's; 204 when nobody waits").ProducesProblem(403).ProducesProblem(404);

    private static async Task<Results<Ok<Turn>, NoContent, ProblemHttpResult>> Next(string slug, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.Next(slug, agent, now), ct);
        if (!result.Refused(out var why, out var turn))
            return TypedResults.Ok(turn);
        return why switch
        {
            NextRefusal.Unknown => Problem.NotFound,
            NextRefusal.NotAtThisDesk => Problem.Of(403, "not-at-this-desk", "You have no seat at this desk."),
            NextRefusal.Nobody => TypedResults.NoContent(),
        };
    }
}
