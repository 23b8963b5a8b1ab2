using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Line.Calling;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Line.Offering;

/// <summary>What an agent is asked to take.</summary>
/// <param name="Until">Then it goes to the next agent.</param>
/// <param name="Why">What it was decided by.</param>
public sealed record OfferedTurn(Id<Ticket> TicketId, Id<Case> CaseId, int Number, Through By, string Language, DateTimeOffset JoinedAt, DateTimeOffset Until, IReadOnlyList<string> Why);

public static class AskEndpoint
{
    public static void MapOffers(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/me/offer", Read).WithName("readMyOffer").WithSummary("The turn that I am offered just now; 204 when there is none");
        agents.MapPost("/tickets/{ticketId:id}/acceptance", Take).WithName("acceptTurn").WithSummary("I take the turn that I am offered").ProducesProblem(404).ProducesProblem(409);
        agents.MapPost("/tickets/{ticketId:id}/pass", Pass).WithName("passTurn").WithSummary("The turn that I am offered is for the next agent").ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Results<Ok<OfferedTurn>, NoContent>> Read(CurrentAgent agent, Db db, TimeProvider clock, CancellationToken ct) =>
        await db.AskedOf(agent, clock.Now, ct) is { } asked ? TypedResults.Ok(asked) : TypedResults.NoContent();

    private static async Task<Results<Ok<Turn>, ProblemHttpResult>> Take(Id<Ticket> ticketId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.TakeTurn(ticketId, agent, now), ct);
        return result.Refused(out var why, out var turn) ? Explain(why) : TypedResults.Ok(turn);
    }

    private static async Task<Results<Ok<TicketView>, ProblemHttpResult>> Pass(Id<Ticket> ticketId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.PassTurn(ticketId, agent, now), ct);
        return result.Refused(out var why, out var ticket) ? Explain(why) : TypedResults.Ok(ticket);
    }

    private static ProblemHttpResult Explain(AskRefusal why) => why switch
    {
        AskRefusal.Unknown => Problem.NotFound,
        AskRefusal.NotAsked => Problem.Of(409, "not-offered", "This turn is not offered to you.", "Time is up, or it has gone to somebody else; the next one may be yours."),
    };
}
