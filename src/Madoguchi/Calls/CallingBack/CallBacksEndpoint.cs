using Madoguchi.Desks;
using Madoguchi.Line;
using Madoguchi.Line.Calling;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Calls.CallingBack;

public static class CallBacksEndpoint
{
    public static void MapCallBacks(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/callbacks", async (CurrentAgent agent, Db db, TimeProvider clock, CancellationToken ct) => TypedResults.Ok(await db.CallBacks(agent, clock.Now, ct)))
            .WithName("listCallBacks").WithSummary("Who is to be called back by the agent's desks: late ones first, then those due now, in their windows, later");
        agents.MapPost("/tickets/{ticketId:id}/call", Call).WithName("callTicket").WithSummary("Calls this one back now, whoever stands before them").ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Results<Ok<Turn>, ProblemHttpResult>> Call(Id<Ticket> ticketId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.CallBack(ticketId, agent, now), ct);
        return result.Refused(out var why, out var turn) ? TicketEndpoint.Explain(why) : TypedResults.Ok(turn);
    }
}
