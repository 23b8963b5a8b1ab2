using Madoguchi.Desks;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Incidents.Reviewing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Declaring;

public static class IncidentsEndpoint
{
    private const string One = "/incidents/{incidentId:id}";

    public static void MapDeclaring(this IEndpointRouteBuilder agents)
    {
        agents.MapPost("/incidents", Declare).WithName("declareIncident").WithSummary("Declares an incident: the cases that fit belong to it at once, and as they arrive. Declared already from this proposal, rule or case: 200 with the first one").ProducesProblem(422);
        agents.MapGet("/incidents", List).WithName("listIncidents").WithSummary("Incidents with the number of cases affected, what is open first").ProducesProblem(422);
        agents.MapGet(One, Read).WithName("readIncident").WithSummary("One incident, and the number of cases affected").ProducesProblem(404);
        agents.MapGet(One + "/cases", Cases).WithName("listIncidentCases").WithSummary("All cases that it has collected, the first first").ProducesProblem(404);
    }

    private static async Task<Results<Created<IncidentMade>, Ok<IncidentMade>, ProblemHttpResult>> Declare(
        Body<NewIncident> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.Declare(body.Value, agent, now), ct);
        if (result.Refused(out var why, out var declared))
            return Explain(why);
        var made = new IncidentMade(declared.IncidentId);
        return declared.Before ? TypedResults.Ok(made) : TypedResults.Created($"/api/v1/incidents/{made.IncidentId}", made);
    }

    /// <param name="open">Only those that are open (<c>true</c>), or resolved (<c>false</c>).</param>
    private static async Task<Results<Ok<IncidentList>, ProblemHttpResult>> List(string? open, CurrentAgent agent, Db db, CancellationToken ct) =>
        open is null or "true" or "false" ? TypedResults.Ok(new IncidentList(await db.IncidentsNow(open is null ? null : open == "true", ct))) : Problem.Invalid("open", "true, false, or left out.");

    private static async Task<Results<Ok<IncidentView>, ProblemHttpResult>> Read(Id<Incident> incidentId, CurrentAgent agent, Db db, TimeProvider clock, CancellationToken ct) =>
        await db.IncidentNow(incidentId, ct) is { } incident ? TypedResults.Ok(incident with { LostMinutes = await db.LostMinutes(incidentId, clock.Now, ct), Answers = await db.AnswersOf(incidentId, ct) }) : Problem.NotFound;

    private static async Task<Results<Ok<IncidentCaseList>, ProblemHttpResult>> Cases(Id<Incident> incidentId, CurrentAgent agent, Db db, CancellationToken ct) =>
        await db.Incidents.AnyAsync(i => i.Id == incidentId, ct) ? TypedResults.Ok(new IncidentCaseList(await db.CasesOf(incidentId, agent, int.MaxValue, ct))) : Problem.NotFound;

    internal static ProblemHttpResult Explain(DeclareRefusal why) => why switch
    {
        DeclareRefusal.UnknownProposal => Problem.Invalid("/proposalId", "There is no such proposal, or it was dismissed."),
        DeclareRefusal.UnknownLead => Problem.Invalid("/lead", "There is no such agent."),
        DeclareRefusal.UnknownCase => Problem.Invalid("/caseId", "There is no such case."),
        DeclareRefusal.UnknownRule => Problem.Invalid("/ruleId", "There is no such rule."),
        DeclareRefusal.NotYet => Problem.Invalid("/since", "Not before it has begun: what is planned is a maintenance."),
    };
}
