using Madoguchi.Cases;
using Madoguchi.Line.Calling;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Line;

public sealed record Outcome(TurnResult Result);

public static class TicketEndpoint
{
    public static void MapTickets(this IEndpointRouteBuilder callers, IEndpointRouteBuilder agents)
    {
        callers.MapGet("/tickets/{ticketId:id}", Read).WithName("readTicket").WithSummary("A place in line as it stands now").ProducesProblem(404);
        callers.MapDelete("/tickets/{ticketId:id}", Leave).WithName("leaveLine").WithSummary("Out of the line").ProducesProblem(404).ProducesProblem(409);
        agents.MapPost("/tickets/{ticketId:id}/outcome", Settle).WithName("settleTurn").WithSummary("What came of a turn: served; away, and the front is kept; or no answer, and we call again; notServed takes served back for ten minutes").ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Results<Ok<TicketView>, ProblemHttpResult>> Read(Id<Ticket> ticketId, Caller caller, Db db, TimeProvider clock, CancellationToken ct) =>
        await db.Ticket(ticketId, caller, clock.Now, ct) is { } ticket ? TypedResults.Ok(ticket) : Problem.NotFound;

    private static async Task<Results<NoContent, ProblemHttpResult>> Leave(Id<Ticket> ticketId, Caller caller, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var result = await writes.Write(db => db.Leave(ticketId, caller, clock.Now), ct);
        return result.Refused(out var why, out _) ? Explain(why) : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<TicketView>, ProblemHttpResult>> Settle(
        Id<Ticket> ticketId, Body<Outcome> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.Outcome(ticketId, body.Value.Result, caller, now), ct);
        return result.Refused(out var why, out var ticket) ? Explain(why) : TypedResults.Ok(ticket);
    }

    public static ProblemHttpResult Explain(TurnRefusal why) => why switch
    {
        TurnRefusal.Unknown => Problem.NotFound,
        TurnRefusal.NotTheirTurn => Problem.Of(409, "not-their-turn", "It is not this ticket's turn.", "Only who was called can be served, away or not reached; who was served has left the line."),
    };
}
