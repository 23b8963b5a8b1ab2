using Madoguchi.Desks;
using Madoguchi.Incidents.Declaring;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Incidents.Merging;

/// <param name="Into">The incident that goes on.</param>
public sealed record SameIncident(Id<Incident> Into);

public static class MergingEndpoint
{
    private const string Merging = "/incidents/{incidentId:id}/merging";

    public static void MapIncidentMerging(this IEndpointRouteBuilder agents)
    {
        agents.MapPost(Merging, Merge).WithName("mergeIncident").WithSummary("This incident is the same as another one, which goes on with the cases of both; nobody is told twice").ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        agents.MapDelete(Merging, TakeApart).WithName("takeIncidentApart").WithSummary("They are two incidents after all").ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Results<Ok<IncidentView>, ProblemHttpResult>> Merge(Id<Incident> incidentId, Body<SameIncident> body, CurrentAgent agent, IdempotencyKey once, Writes writes, Db db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce<SameIncident, MergeRefusal>(once.For($"agent {agent.Id}", body.Hash), now, async work =>
            (await work.MergeIncident(incidentId, body.Value.Into, agent, now)).Refused(out var no, out _) ? no : body.Value, ct);
        return result.Refused(out var why, out _) ? Explain(why) : TypedResults.Ok((await db.IncidentNow(body.Value.Into, ct))!); // just merged into
    }

    private static async Task<Results<Ok<IncidentView>, ProblemHttpResult>> TakeApart(Id<Incident> incidentId, CurrentAgent agent, Writes writes, Db db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.Write(work => work.TakeIncidentApart(incidentId, agent, now), ct)).Refused(out var why, out _) ? Explain(why) : TypedResults.Ok((await db.IncidentNow(incidentId, ct))!); // just taken apart
    }

    private static ProblemHttpResult Explain(MergeRefusal why) => why switch
    {
        MergeRefusal.Unknown => Problem.NotFound,
        MergeRefusal.UnknownOther => Problem.Invalid("/into", "There is no such incident."),
        MergeRefusal.Itself => Problem.Invalid("/into", "It is the same incident."),
        MergeRefusal.Resolved => Problem.Of(409, "resolved", "It is resolved, or is being resolved now.", "Only what is open goes on."),
        MergeRefusal.OnItsWay => Problem.Of(409, "on-its-way", "A word or a remedy is on its way to its cases.", "Wait until everybody has it, or call it off; a remedy that waits for a second person is decided first."),
        MergeRefusal.NotMerged => Problem.Of(409, "not-merged", "It was not merged."),
    };
}
