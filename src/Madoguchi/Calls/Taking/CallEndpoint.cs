using Madoguchi.Cards;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Handovers;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Calls.Taking;

public static class CallEndpoint
{
    public static void MapTaking(this IEndpointRouteBuilder agents) =>
        agents.MapPost("/calls/taken", Take).WithName("takeCall").WithSummary("Writes down what a customer tells on the telephone; a new caller gets a number to be read out")
            .ProducesProblem(403).ProducesProblem(409).ProducesProblem(422).ProducesProblem(429);

    private static async Task<Results<Created<CallMade>, ProblemHttpResult>> Take(
        Body<Call> body, CurrentAgent agent, IdempotencyKey once, NumberGuesses guesses, NumberSupply numbers, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        using var guess = body.Value.CustomerNumber is null ? null : await guesses.Next(agent.Id, ct);
        if (guess is { MayTry: false })
            return NumberGuesses.TooMany;
        var (fresh, now) = (body.Value.IsFirst ? await numbers.Next(ct) : null, clock.Now);
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.TakeCall(body.Value, fresh, agent, now), ct);
        if (!result.Refused(out var why, out var made))
            return TypedResults.Created($"/api/v1/cases/{made.CaseId}", made);
        if (why is CallRefusal.UnknownNumber)
            guess?.Failed();
        return Explain(why);
    }

    private static ProblemHttpResult Explain(CallRefusal why) => why switch
    {
        CallRefusal.UnknownDesk => Problem.Invalid("/desk", "There is no such desk."),
        CallRefusal.NotAtThisDesk => HandoverProblem.WithAnotherDesk("You have no seat at this desk."),
        CallRefusal.UnknownNumber => Problem.Of(422, "unknown-number", "There is no customer of this number.", "Have it read out sign by sign, or leave it out: the caller gets a new one.",
            new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { ["/customerNumber"] = ["It is nobody's."] } }),
        CallRefusal.UnknownCase => Problem.NotFound,
        CallRefusal.Closed => HandoverProblem.Closed,
        CallRefusal.CustomerWaits => HandoverProblem.CustomerWaits,
    };
}
