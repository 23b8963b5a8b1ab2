using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Incidents.Declaring;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Incidents.Changing;

public static class ChangingEndpoint
{
    private const string One = "/incidents/{incidentId:id}";

    public static void MapChanging(this IEndpointRouteBuilder agents)
    {
        agents.MapPatch(One, Change).WithName("changeIncident").WithSummary("Changes what is named, on record; an empty text takes the old one away. What fits now is collected too").ProducesProblem(404).ProducesProblem(422);
        agents.MapPost(One + "/cases", Add).WithName("addIncidentCase").WithSummary("Adds a case by hand; once more changes nothing").ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        agents.MapDelete(One + "/cases/{caseId:id}", TakeOut).WithName("removeIncidentCase").WithSummary("Takes a case out that does not belong there: it is not collected again").ProducesProblem(404);
    }

    private static async Task<Results<Ok<IncidentView>, ProblemHttpResult>> Change(Id<Incident> incidentId, Body<IncidentChange> body, CurrentAgent agent, Writes writes, Db db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.Write(work => work.ChangeIncident(incidentId, body.Value, agent, now), ct)).Refused(out var why, out _) ? Explain(why) : TypedResults.Ok((await db.IncidentNow(incidentId, ct))!); // just changed
    }

    private static async Task<Results<Ok<CaseOf>, ProblemHttpResult>> Add(Id<Incident> incidentId, Body<CaseOf> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, other) = (clock.Now, (Id<Incident>?)null);
        var result = await writes.WriteOnce<CaseOf, ChangeIncidentRefusal>(once.For($"agent {agent.Id}", body.Hash), now, async db =>
            (await db.AddTo(incidentId, body.Value.CaseId, agent, o => other = o, now)).Refused(out var no, out _) ? no : body.Value, ct);
        return result.Refused(out var why, out var added) ? Explain(why, other) : TypedResults.Ok(added);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeOut(Id<Incident> incidentId, Id<Case> caseId, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct) =>
        (await writes.Write(db => db.TakeOut(incidentId, caseId, agent, clock.Now), ct)).Refused(out var why, out _) ? Explain(why) : TypedResults.NoContent();

    private static ProblemHttpResult Explain(ChangeIncidentRefusal why, Id<Incident>? other = null) => why switch
    {
        ChangeIncidentRefusal.Unknown => Problem.NotFound,
        ChangeIncidentRefusal.UnknownLead => Problem.Invalid("/lead", "There is no such agent."),
        ChangeIncidentRefusal.NotYet => Problem.Invalid("/since", "Not before it has begun."),
        ChangeIncidentRefusal.UnknownCase => Problem.Invalid("/caseId", "There is no such case."),
        ChangeIncidentRefusal.Resolved => Problem.Of(409, "resolved", "It is resolved, or is being resolved now.", "Whoever suffers from it still has reopened the case, or is part of another incident."),
        ChangeIncidentRefusal.WithAnotherIncident => Problem.Of(409, "with-another-incident", "The case belongs to another open incident.", "Take it out there first.", new Dictionary<string, object?> { ["incidentId"] = other }),
    };
}
