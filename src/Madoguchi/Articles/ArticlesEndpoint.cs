using Madoguchi.Articles.Keeping;
using Madoguchi.Articles.Reviewing;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Articles;

/// <param name="Version">Changes with the words; the ETag, and for If-Match.</param>
/// <param name="Public">In the help centre.</param>
/// <param name="Keeper">Who looks after it.</param>
/// <param name="ConfirmedAt">When somebody last said that it is still true.</param>
/// <param name="Number">Of its newest version.</param>
public sealed record ArticleView(
    string Slug, Bilingual Title, Bilingual Text, DateTimeOffset ChangedAt, string ChangedBy, string Version, bool Public, string? Product, string? Keeper, DateTimeOffset ConfirmedAt, int Number)
{
    public static ArticleView Of(Article a) => new(
        a.Slug, a.Title, a.Text, a.ChangedAt, a.ChangedBy, Versions.Of(a.Words), a.IsPublic, a.Product, a.KeeperName, a.TrueSince, a.Version);
}

public sealed record ArticleList(IReadOnlyList<ArticleView> Articles);

public static class ArticlesEndpoint
{
    private const int Longest = 200;

    public static void MapArticles(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/articles", List).WithName("listArticles").WithSummary("What the house has written down; with \"q\", those with all these words").ProducesProblem(422);
        agents.MapGet("/articles/{slug}", Read).WithName("readArticle").WithSummary("One of them");
        agents.MapPut("/articles/{slug}", Say).WithName("putArticle").WithSummary("Sets an article: the whole of it. Supervisors and administrators. If-Match is honoured").ProducesProblem(403).ProducesProblem(412).ProducesProblem(422);
        agents.MapDrafts();
        agents.MapArticleKeeping();
    }

    private static async Task<Results<Ok<ArticleList>, ProblemHttpResult>> List(string? q, Db db, CancellationToken ct) => q is not null && (q.Length > Longest || !PlainText.IsStorable(q))
        ? Problem.Invalid("q", $"At most {Longest} characters that can be stored.") : TypedResults.Ok(new ArticleList([.. (await db.ArticlesWith(q, ct)).Select(ArticleView.Of)]));

    private static async Task<Results<Ok<ArticleView>, ProblemHttpResult>> Read(string slug, HttpResponse response, Db db, CancellationToken ct)
    {
        if (await db.Article(slug, ct) is not { } article)
            return Problem.NotFound;
        return Shown(ArticleView.Of(article), response);
    }

    private static async Task<Results<Ok<ArticleView>, ProblemHttpResult>> Say(
        string slug, Body<ArticleWords> body, CurrentAgent agent, HttpContext http, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (!ArticleWords.IsSlug(slug))
            return Problem.Invalid("/slug", "In the address: up to 60 of a-z, 0-9 and hyphens.");
        var (now, expected) = (clock.Now, DeskEndpoint.IfMatch(http.Request));
        var result = await writes.Write(db => db.SayArticle(slug, body.Value, agent, expected, now), ct);
        return result.Refused(out var why, out var article) ? Explain(why) : Shown(ArticleView.Of(article), http.Response);
    }

    private static Ok<ArticleView> Shown(ArticleView view, HttpResponse response)
    {
        response.Headers.ETag = $"\"{view.Version}\"";
        return TypedResults.Ok(view);
    }

    private static ProblemHttpResult Explain(ArticleRefusal why) => why switch
    {
        ArticleRefusal.Unknown => Problem.NotFound,
        ArticleRefusal.ForSupervisors => Problem.Of(403, "for-supervisors", "Articles are kept by supervisors.", "Everybody may read and cite them."),
        ArticleRefusal.ChangedMeanwhile => Problem.Of(412, "changed-since", "Somebody else has changed this article meanwhile.", "Read it again and decide anew."),
    };
}
