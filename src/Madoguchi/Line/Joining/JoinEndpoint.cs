using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Desks.Hours;
using Madoguchi.Line.ReturnTimes;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Line.Joining;

public static class JoinEndpoint
{
    public static void MapJoining(this IEndpointRouteBuilder callers) =>
        callers.MapPost("/desks/{slug}/line", Join).WithName("joinLine").WithSummary("A place in the desk's waiting line for a case; who has one gets the same again").ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(429);

    private static async Task<Results<Created<TicketView>, ProblemHttpResult>> Join(
        string slug, Body<NewTicket> body, Caller caller, HouseZone zone, IdempotencyKey once, Writes writes, Db db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.Join(slug, body.Value, caller, zone, now), ct);
        return result.Refused(out var why, out var ticket) ? Explain(why, await db.FreeWindows(slug, now, ct)) : TypedResults.Created($"/api/v1/tickets/{ticket.TicketId}", ticket);
    }

    /// <param name="free">The next times that can be chosen.</param>
    public static ProblemHttpResult Explain(JoinRefusal why, IReadOnlyList<ReturnWindow> free) => why switch
    {
        JoinRefusal.WindowFull => Problem.Of(409, "window-full", "That time is taken.", "Others have chosen it already; “free” names the next ones. Without notBefore you join the line now, and keep your place.", Free(free)),
        JoinRefusal.WindowClosed => Problem.Of(409, "window-closed", "The desk is closed then.", "“free” names the next times that can be chosen. Without notBefore you join the line now: it holds overnight.", Free(free)),
        JoinRefusal.Unknown => Problem.NotFound,
        JoinRefusal.TooManyCallBacks => Problem.Of(429, "too-many-call-backs", "This number waits to be called back for several matters already.", "At most ten new ones in a day: nobody is called who did not ask for it."),
        JoinRefusal.WithAnotherDesk => MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk),
    };

    private static Dictionary<string, object?> Free(IReadOnlyList<ReturnWindow> windows) => new() { ["free"] = windows };
}
