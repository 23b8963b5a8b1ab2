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

    private static async Task<Results<Ok<ArticleView>, ProblemHttpResult>> Confirm(string slug, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce<ArticleView, ArticleRefusal>(once.For($"agent {agent.Id}", []), now, async db => await db.ConfirmArticle(slug, agent, now) is { } article ? ArticleView.Of(article) : ArticleRefusal.Unknown, ct);
        return result.Refused(out _, out var confirmed) ? Problem.NotFound : TypedResults.Ok(confirmed);
    }
}
