using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Trackers.Delivering;
using Madoguchi.Voices;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Trackers.Keeping;

public static class TrackersEndpoint
{
    private const string One = "/trackers/{trackerId:id}";

    public static void MapTrackersThemselves(this IEndpointRouteBuilder agents, IEndpointRouteBuilder administrators)
    {
        administrators.MapGet("/trackers", async (Db db, CancellationToken ct) => TypedResults.Ok(new TrackerList(await db.AllTrackers(null, ct)))).WithName("listTrackers").WithSummary("The developers' trackers, and whether they take what they are told");
        administrators.MapPost("/trackers", Add).WithName("addTracker").WithSummary("Adds a Redmine, or a signed webhook (Standard Webhooks); its secret is shown once").ProducesProblem(409).ProducesProblem(422);
        administrators.MapPatch(One, Change).WithName("changeTracker").WithSummary("Changes what is sent, pauses it or goes on").ProducesProblem(404).ProducesProblem(422);
        administrators.MapDelete(One, Remove).WithName("removeTracker").WithSummary("Nothing is told there any more; its issues stay").ProducesProblem(404);
        administrators.MapPost(One + "/trial", Try).WithName("tryTracker").WithSummary("Whether it can be reached and lets us in").ProducesProblem(404);
        administrators.MapGet(One + "/deliveries", Deliveries).WithName("listDeliveries").WithSummary("What it was told, and what has stopped");
        administrators.MapPost(One + "/deliveries/{deliveryId:id}/retry", Retry).WithName("retryDelivery").WithSummary("What has stopped is tried again").ProducesProblem(404).ProducesProblem(409);
        agents.MapGet("/voices/{voiceId:id}/issues", Issues).WithName("listIssues").WithSummary("Where the developers have this voice");
    }

    private static async Task<Results<Created<TrackerMade>, ProblemHttpResult>> Add(Body<NewTracker> body, CurrentAgent agent, IdempotencyKey once, IDataProtectionProvider protection, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.AddTracker(body.Value, protection, now), ct);
        return result.Refused(out _, out var made) ? Problem.Of(409, "too-many-trackers", "There are too many trackers.", $"At most {TrackersKeepingMapping.MostTrackers}. Take one away first.") : TypedResults.Created($"/api/v1/trackers/{made.TrackerId}", made);
    }

    private static async Task<Results<Ok<TrackerView>, ProblemHttpResult>> Change(Id<Tracker> trackerId, Body<TrackerChange> body, IDataProtectionProvider protection, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var wrong = await writes.Write(async work =>
        {
            if (await work.Lock(trackerId).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } tracker)
                return Problem.NotFound;
            if (body.Value.With(tracker).Errors().ToList() is { Count: > 0 } errors)
                return Problem.Invalid(errors[0].Pointer, errors[0].Why);
            await work.ChangeTracker(tracker, body.Value, protection, now);
            return null;
        }, ct);
        return wrong is not null ? wrong : TypedResults.Ok((await db.AllTrackers(trackerId, ct)).Single());
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(Id<Tracker> trackerId, Writes writes, CancellationToken ct) =>
        await writes.Write(db => db.RemoveTracker(trackerId), ct) ? TypedResults.NoContent() : Problem.NotFound;

    private static async Task<Results<Ok<Tried>, ProblemHttpResult>> Try(Id<Tracker> trackerId, Trials trials, CancellationToken ct) =>
        await trials.Try(trackerId, ct) is { } tried ? TypedResults.Ok(tried) : Problem.NotFound;

    private static async Task<Results<Ok<DeliveryList>, ProblemHttpResult>> Deliveries(Id<Tracker> trackerId, Db db, CancellationToken ct) =>
        await db.Trackers.AnyAsync(t => t.Id == trackerId, ct) ? TypedResults.Ok(await db.DeliveriesOf(trackerId, ct)) : Problem.NotFound;

    private static async Task<Results<Ok<DeliveryView>, ProblemHttpResult>> Retry(Id<Tracker> trackerId, Id<Delivery> deliveryId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.DeliverAgain(trackerId, deliveryId, now), ct);
        return result.Refused(out var why, out var tried)
            ? why switch
            {
                AgainRefusal.Unknown => Problem.NotFound,
                AgainRefusal.NotStopped => Problem.Of(409, "not-stopped", "It is on its way, or was taken.", "Only what has stopped is tried again by hand."),
            }
            : TypedResults.Ok(tried);
    }

    private static async Task<Results<Ok<IssueList>, ProblemHttpResult>> Issues(Id<Voice> voiceId, Db db, CancellationToken ct) =>
        await db.Voices.AnyAsync(v => v.Id == voiceId, ct) ? TypedResults.Ok(new IssueList(await db.IssuesOf(voiceId, ct))) : Problem.NotFound;
}
