using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Line.Boarding;

public static class BoardEndpoint
{
    public static void MapBoard(this IEndpointRouteBuilder agents) =>
        agents.MapGet("/board", async (CurrentAgent agent, HouseZone zone, Db db, TimeProvider clock, CancellationToken ct) => TypedResults.Ok(await db.Board(agent, zone, clock.Now, ct)))
            .WithName("readBoard").WithSummary("The lines of one's desks now and today, and who is where; of all desks for supervisors");
}
