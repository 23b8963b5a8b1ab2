using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Articles.Keeping;

public sealed record ArticleVersionList(IReadOnlyList<ArticleVersionView> Versions);

public static class KeepingEndpoint
{
    public static void MapArticleKeeping(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/articles/{slug}/versions", List).WithName("listArticleVersions").WithSummary("What an article said when, and by whom; the newest first");
        agents.MapPost("/articles/{slug}/confirmation", Confirm).WithName("confirmArticle").WithSummary("\"Still true\": read again, nothing had to be changed");
    }

    private static async Task<Results<Ok<ArticleVersionList>, ProblemHttpResult>> List(string slug, Db db, CancellationToken ct) =>
        await db.ArticleHistory(slug, ct) is { Count: > 0 } versions ? TypedResults.Ok(new ArticleVersionList([.. versions.Select(ArticleVersionView.Of)])) : Problem.NotFound;

    private static async Task<Results<Ok<ArticleView>, ProblemHttpResult>> Confirm(string slug, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return await writes.Write(db => db.ConfirmArticle(slug, agent, now), ct) is { } article ? TypedResults.Ok(ArticleView.Of(article)) : Problem.NotFound;
    }
}
