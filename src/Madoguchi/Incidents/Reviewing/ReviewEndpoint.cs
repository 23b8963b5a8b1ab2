using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Incidents.Reviewing;

/// <param name="Version">For <c>If-Match</c>.</param>
public sealed record ReviewKept(Id<Incident> IncidentId, int Version);

public static class ReviewEndpoint
{
    private const string Review = "/incidents/{incidentId:id}/review";

    public static void MapReviewing(this IEndpointRouteBuilder agents)
    {
        agents.MapGet(Review, Read).WithName("readIncidentReview").WithSummary("The record of an incident, reckoned anew, and what was learned").ProducesProblem(404);
        agents.MapPut(Review, Write).WithName("writeIncidentReview").WithSummary("What was learned, and what follows; If-Match guards against a colleague's change").ProducesProblem(404).ProducesProblem(412).ProducesProblem(422);
    }

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> Read(Id<Incident> incidentId, HttpContext http, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.ReviewOf(incidentId, clock.Now, ct) is not { } review)
            return Problem.NotFound;
        http.Response.Headers.ETag = $"\"{review.Version}\"";
        return TypedResults.Ok(review);
    }

    private static async Task<Results<Ok<ReviewKept>, ProblemHttpResult>> Write(Id<Incident> incidentId, Body<NewReview> body, HttpContext http, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, seen) = (clock.Now, Cases.Version.Seen(http.Request));
        var result = await writes.Write(db => db.WriteReview(incidentId, body.Value, seen, agent, now), ct);
        if (result.Refused(out var why, out var version))
            return why is ReviewRefusal.Unknown ? Problem.NotFound : Cases.Version.Explain(Cases.ChangeRefusal.ChangedSince);
        http.Response.Headers.ETag = $"\"{version}\"";
        return TypedResults.Ok(new ReviewKept(incidentId, version));
    }
}
