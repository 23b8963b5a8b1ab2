using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Learning.Missing;

/// <summary>What people look for in the help centre and do not get; the most wanted first.</summary>
public sealed record MissedList(IReadOnlyList<Missed> Searches);

public enum DismissRefusal { Unknown }

public static class MissingEndpoint
{
    public static void MapMissing(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/help-searches", async (Db db, CancellationToken ct) => TypedResults.Ok(new MissedList(await db.MissingSearches(ct)))).WithName("listMissingSearches")
            .WithSummary("What was searched in the help centre and not found, or did not help: to write articles from");
        agents.MapPost("/help-searches/{searchId:id}/dismissal", Dismiss).WithName("dismissSearch").WithSummary("Nothing to write about, or written");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Dismiss(Id<HelpSearch> searchId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce<bool, DismissRefusal>(once.For($"agent {agent.Id}", []), now, async db => await db.Dismiss([searchId], agent, now) ? true : DismissRefusal.Unknown, ct);
        return result.Refused(out _, out _) ? Problem.NotFound : TypedResults.NoContent();
    }
}
