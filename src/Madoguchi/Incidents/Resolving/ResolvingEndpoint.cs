using Madoguchi.Desks;
using Madoguchi.Incidents.Updating;
using Madoguchi.Remedies.Granting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Resolving;

/// <param name="ResolvedAt">Nothing: it is open.</param>
public sealed record ReopenedIncident(Id<Incident> IncidentId, IncidentState State, DateTimeOffset? ResolvedAt);

public static class ResolvingEndpoint
{
    private const string Remedies = "/incidents/{incidentId:id}/remedies";

    public static void MapResolving(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/incidents/{incidentId:id}/answers", Said).WithName("readIncidentAnswers").WithSummary("How many say that it works again, that it does not, and nothing").ProducesProblem(404);
        agents.MapPost("/incidents/{incidentId:id}/reopening", Reopen).WithName("reopenIncident").WithSummary("It is not over").ProducesProblem(404).ProducesProblem(409);
        agents.MapPost(Remedies, Give).WithName("grantIncidentRemedy").WithSummary("One remedy for everybody affected, once each; above the role's limit one second person decides for all").ProducesProblem(404).ProducesProblem(422);
        agents.MapGet(Remedies, List).WithName("listIncidentRemedies").WithSummary("What was granted to everybody, and how far that is").ProducesProblem(404);
        agents.MapPost(Remedies + "/{remedyId:id}/approval", Answer).WithName("approveIncidentRemedy").WithSummary("The second person approves or declines it for all").ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Results<Ok<AnswersSoFar>, ProblemHttpResult>> Said(Id<Incident> incidentId, Db db, CancellationToken ct) =>
        await db.Incidents.AnyAsync(i => i.Id == incidentId, ct) ? TypedResults.Ok(await db.AnswersOf(incidentId, ct)) : Problem.NotFound;

    private static async Task<Results<Ok<ReopenedIncident>, ProblemHttpResult>> Reopen(Id<Incident> incidentId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.ReopenIncident(incidentId, now), ct);
        return result.Refused(out var why, out var reopened) ? UpdatesEndpoint.Explain(why) : TypedResults.Ok(reopened);
    }

    private static async Task<Results<Created<RemedyMade>, ProblemHttpResult>> Give(
        Id<Incident> incidentId, Body<NewRemedy> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        if (!PlainText.IsStorable(body.Value.Remedy))
            return UpdatesEndpoint.Explain(UpdateRefusal.UnknownRemedy);
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.RemedyForAll(incidentId, body.Value, agent, now), ct);
        return result.Refused(out var why, out var made) ? UpdatesEndpoint.Explain(why) : TypedResults.Created($"/api/v1/incidents/{incidentId}/remedies", made);
    }

    private static async Task<Results<Ok<RemediesForAll>, ProblemHttpResult>> List(Id<Incident> incidentId, Db db, CancellationToken ct) =>
        await db.Incidents.AnyAsync(i => i.Id == incidentId, ct) ? TypedResults.Ok(new RemediesForAll(await db.RemediesForAll(incidentId, ct))) : Problem.NotFound;

    private static async Task<Results<Ok<RemedyMade>, ProblemHttpResult>> Answer(
        Id<Incident> incidentId, Id<IncidentRemedy> remedyId, Body<SecondWord> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, word) = (clock.Now, body.Value);
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.AnswerRemedyForAll(incidentId, remedyId, word.Approve, word.Words, agent, now), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Ok(made);
    }

    private static ProblemHttpResult Explain(SecondWordRefusal why) => why switch
    {
        SecondWordRefusal.Unknown => Problem.NotFound,
        SecondWordRefusal.ForSupervisors => Problem.Of(403, "for-supervisors", "A supervisor decides on it."),
        SecondWordRefusal.OwnRequest => Problem.Of(403, "own-request", "Somebody else decides on what you have asked for."),
        SecondWordRefusal.AboveLimit => Problem.Of(403, "above-limit", "This is above your own limit.", "Somebody whose limit covers it decides. You may decline it."),
        SecondWordRefusal.Answered => Problem.Of(409, "answered", "It was decided already."),
    };
}
