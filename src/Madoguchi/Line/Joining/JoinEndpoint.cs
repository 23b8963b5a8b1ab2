using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Desks.Hours;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Line.Joining;

public static class JoinEndpoint
{
    public static void MapJoining(this IEndpointRouteBuilder callers) =>
        callers.MapPost("/desks/{slug}/line", Join).WithName("joinLine").WithSummary("A place in the desk's waiting line for a case; who has one gets the same again").ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Created<TicketView>, ProblemHttpResult>> Join(
        string slug, Body<NewTicket> body, Caller caller, HouseZone zone, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.Join(slug, body.Value, caller, zone, now), ct);
        return result.Refused(out var why, out var ticket) ? Explain(why) : TypedResults.Created($"/api/v1/tickets/{ticket.TicketId}", ticket);
    }

    public static ProblemHttpResult Explain(JoinRefusal why) => why switch
    {
        JoinRefusal.Unknown => Problem.NotFound,
        JoinRefusal.WithAnotherDesk => MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk),
    };
}
