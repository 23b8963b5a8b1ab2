using Madoguchi.Cases;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Voices.Deciding;

public static class NewsEndpoint
{
    public static void MapNews(this IEndpointRouteBuilder callers)
    {
        callers.MapGet("/cases/{caseId:id}/voice-news", Read).WithName("readVoiceNews").WithSummary("Whether this customer is told what becomes of their voice");
        callers.MapPut("/cases/{caseId:id}/voice-news", Set).WithName("setVoiceNews").WithSummary("The customer wants to be told what becomes of their voice, or not; by themselves, or by whoever they told");
    }

    private static async Task<Results<Ok<NewsWanted>, ProblemHttpResult>> Read(Id<Case> caseId, Caller caller, Db db, TimeProvider clock, CancellationToken ct) =>
        await db.NewsOf(caseId, caller, clock.Now, ct) is { } wanted ? TypedResults.Ok(wanted) : Problem.NotFound;

    private static async Task<Results<Ok<NewsWanted>, ProblemHttpResult>> Set(Id<Case> caseId, Body<NewsWanted> body, Caller caller, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return await writes.Write(db => db.SetNews(caseId, caller, body.Value.Wanted, now), ct) is { } wanted ? TypedResults.Ok(wanted) : Problem.NotFound;
    }
}
