using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Handovers;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Calls.ComingIn;

public static class CallInEndpoint
{
    public static void MapCallsIn(this IEndpointRouteBuilder agents) =>
        agents.MapPost("/calls", Hear).WithName("reportCall").WithSummary("A telephone system reports a call, also a missed one: customer, case and place in line are found or made").ProducesProblem(403).ProducesProblem(422);

    private static async Task<Results<Created<CallHeard>, ProblemHttpResult>> Hear(
        Body<CallReport> body, CurrentAgent agent, IdempotencyKey once, HouseZone zone, NumberSupply numbers, Writes writes, Signals signals, TimeProvider clock, CancellationToken ct)
    {
        var (fresh, now) = (await numbers.Next(ct), clock.Now);
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.Hear(body.Value, fresh, agent, zone, now), ct);
        if (!result.Refused(out var why, out var heard))
        {
            if (heard is { AnsweredBy: { } who, CaseId: { } about })
                signals.Send(AnsweringMapping.OnTheLine(who, about));
            return TypedResults.Created(heard.CaseId is { } id ? $"/api/v1/cases/{id}" : (string?)null, heard);
        }

        return why switch
        {
            ReportRefusal.UnknownDesk => Problem.Invalid("/desk", "There is no such desk."),
            ReportRefusal.NotAtThisDesk => HandoverProblem.WithAnotherDesk("You have no seat at this desk."),
        };
    }
}
