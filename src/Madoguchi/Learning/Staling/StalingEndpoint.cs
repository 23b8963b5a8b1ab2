using Madoguchi.Articles;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Learning.Staling;

public sealed record StaleView(ArticleView Article, IReadOnlyList<StaleReason> Why);

/// <summary>Articles to be looked at again.</summary>
public sealed record StaleList(IReadOnlyList<StaleView> Articles);

public static class StalingEndpoint
{
    public static void MapStaling(this IEndpointRouteBuilder agents) =>
        agents.MapGet("/stale-articles", async (Db db, TimeProvider clock, CancellationToken ct) => TypedResults.Ok(new StaleList([.. (await db.StaleArticles(clock.Now, ct)).Select(a => new StaleView(ArticleView.Of(a.Article), a.Why))])))
            .WithName("listStaleArticles").WithSummary("Articles to be looked at again, and why");
}
