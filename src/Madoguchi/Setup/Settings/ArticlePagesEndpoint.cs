using Madoguchi.Articles;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Setup.Settings;

/// <summary>Articles by form: everybody who signs in reads them, supervisors and administrators write them.</summary>
public static class ArticlePagesEndpoint
{
    private const string Here = "/settings/articles";

    public static void MapArticlePages(this IEndpointRouteBuilder app)
    {
        var articles = app.MapGroup(Here).WithFormTokens().RequireAuthorization(Doors.Workspace).ExcludeFromDescription();
        articles.MapGet("", List);
        articles.MapGet("/new", (HttpContext http, CurrentAgent me) => me.SeesAll ? (IResult)Page(http, me, null, new(new Dictionary<string, string>()), []) : TypedResults.LocalRedirect(Here));
        articles.MapPost("/new", Make);
        articles.MapGet("/{slug}", Open);
        articles.MapPost("/{slug}", Change);
    }

    private static async Task<RazorComponentResult<ArticlesPage>> List(string? q, string? saved, HttpContext http, CurrentAgent me, Db db, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        var words = q is { Length: > 0 and <= 200 } && PlainText.IsStorable(q) ? q : null;
        return new(new
        {
            T = t, Token = http.FormToken(), Me = me, Articles = await db.ArticlesWith(words, ct), Words = words, Done = saved is null ? null : t["保存しました。", "Saved."],
        });
    }

    private static async Task<IResult> Open(string slug, HttpContext http, CurrentAgent me, Db db, CancellationToken ct) =>
        await db.Article(slug, ct) is { } article ? Page(http, me, ArticleView.Of(article), Fields(article), []) : TypedResults.LocalRedirect(Here);

    private static async Task<IResult> Make(HttpContext http, CurrentAgent me, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (filled, t) = (await http.Request.Filled(ct), Tongue.Asked(http));
        if (!ArticleWords.IsSlug(filled.Of("slug")))
            return Page(http, me, null, filled, new() { ["slug"] = t["a–z、0–9、ハイフンで60字まで。", "Up to 60 of a–z, 0–9 and hyphens."] });
        var errors = Filled.Errors(Words(filled));
        if (errors.Count > 0)
            return Page(http, me, null, filled, errors);
        // No article of that name has been seen: one that is there is not written over.
        var result = await writes.Write(db => db.SayArticle(filled.Of("slug"), Words(filled), me, "", clock.Now), ct);
        return !result.Refused(out var why, out _) ? TypedResults.LocalRedirect(Here + "?saved=1")
            : why is ArticleRefusal.ForSupervisors ? TypedResults.LocalRedirect(Here)
            : Page(http, me, null, filled, new() { ["slug"] = t["その名前の記事がもうあります。", "There is an article of that name already."] });
    }

    private static async Task<IResult> Change(string slug, HttpContext http, CurrentAgent me, Db read, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (filled, t) = (await http.Request.Filled(ct), Tongue.Asked(http));
        if (await read.Article(slug, ct) is not { } article)
            return TypedResults.LocalRedirect(Here);
        var errors = Filled.Errors(Words(filled));
        if (errors.Count > 0)
            return Page(http, me, ArticleView.Of(article), filled, errors);
        var result = await writes.Write(db => db.SayArticle(slug, Words(filled), me, filled.Of("version"), clock.Now), ct);
        return !result.Refused(out var why, out _) ? TypedResults.LocalRedirect(Here + "?saved=1")
            : why is ArticleRefusal.ForSupervisors ? TypedResults.LocalRedirect(Here)
            : Page(http, me, ArticleView.Of(article), filled, [], t["その間に、ほかの人がこの記事を変えました。もう一度保存すると、ここに書いた内容になります。", "Somebody else has changed this article meanwhile. Save again to replace it by what stands here."]);
    }

    private static ArticleWords Words(Filled filled) => new(new(filled.Of("titleJa"), filled.Of("titleEn")), new(filled.Of("textJa"), filled.Of("textEn")));

    private static Filled Fields(Article article) => new(new Dictionary<string, string>
    {
        ["titleJa"] = article.TitleJa ?? "", ["titleEn"] = article.TitleEn ?? "", ["textJa"] = article.TextJa ?? "", ["textEn"] = article.TextEn ?? "",
    });

    private static RazorComponentResult<ArticlePage> Page(HttpContext http, CurrentAgent me, ArticleView? article, Filled filled, Dictionary<string, string> errors, string? refused = null) =>
        new(new { T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Article = article, Fields = filled.Fields, Errors = errors, Refused = refused })
        { StatusCode = refused is null && errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
}
