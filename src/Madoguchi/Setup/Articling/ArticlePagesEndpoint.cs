using Madoguchi.Articles;
using Madoguchi.Articles.Reviewing;
using Madoguchi.Desks;
using Madoguchi.Learning.Missing;
using Madoguchi.Learning.Staling;
using Madoguchi.Setup.Settings;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Setup.Articling;

/// <summary>Articles by form: everybody who signs in reads and drafts them; a second person, or a supervisor, makes a draft everybody's.</summary>
public static class ArticlePagesEndpoint
{
    private const string Here = "/settings/articles";

    public static void MapArticlePages(this IEndpointRouteBuilder app)
    {
        var articles = app.MapGroup(Here).WithFormTokens().RequireAuthorization(Doors.Workspace).ExcludeFromDescription();
        articles.MapGet("", List);
        articles.MapGet("/new", New);
        articles.MapPost("/new", Make);
        articles.MapGet("/{slug}", Open);
        articles.MapPost("/{slug}", Change);
        articles.MapReviewPages();
    }

    private static async Task<RazorComponentResult<ArticlesPage>> List(string? q, string? only, string? saved, HttpContext http, CurrentAgent me, Db db, TimeProvider clock, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        var words = q is { Length: > 0 and <= 200 } && PlainText.IsStorable(q) ? q : null;
        var stale = await db.StaleArticles(clock.Now, ct);
        return new(new
        {
            T = t, Token = http.FormToken(), Me = me, Articles = only == "stale" ? [.. stale.Select(s => s.Article)] : await db.ArticlesWith(words, ct), Drafts = words is null && only is null ? await db.AllDrafts(ct) : [],
            Stale = stale.ToDictionary(s => s.Article.Slug, s => s.Why), OnlyStale = only == "stale", Words = words,
            Done = saved switch { null => null, "asked" => t["保存して、読んでもらうよう頼みました。", "Saved, and given to a second reader."], "dropped" => t["下書きを捨てました。", "The draft is gone."], _ => t["保存しました。", "Saved."] },
        });
    }

    private static RazorComponentResult<ArticlePage> New(string? title, string? answers, HttpContext http, CurrentAgent me)
    {
        var words = title is { Length: > 0 and <= PlainText.Line } && PlainText.IsStorable(title) ? title : "";
        var inJapanese = words.Length == 0 ? Tongue.Asked(http).Code == "ja" : words.Any(c => c is >= 'ぁ' and <= 'ヿ' or >= '一' and <= '鿿');
        return Page(http, me, new(null, null, [], []), new(new Dictionary<string, string> { [inJapanese ? "titleJa" : "titleEn"] = words, ["public"] = "true", ["answers"] = string.Join(',', ArticleForm.Searches(answers)) }), []);
    }

    private static async Task<IResult> Open(string slug, string? saved, HttpContext http, CurrentAgent me, Db db, TimeProvider clock, CancellationToken ct) => await Seen(slug, db, clock, ct) is { } seen
        ? Page(http, me, seen, ArticleForm.Fields(seen.Draft?.Words ?? seen.Article!.Words), [], done: saved is not null) : TypedResults.LocalRedirect(Here); // one of them is there

    private static async Task<IResult> Make(HttpContext http, CurrentAgent me, Db read, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (filled, t) = (await http.Request.Filled(ct), Tongue.Asked(http));
        var form = ArticleForm.Of(filled, me.SeesAll);
        var slug = filled.Of("slug") is { Length: > 0 } chosen ? chosen : ArticleForm.Slug(form.Words, Id<Article>.New().Tail[^6..]);
        var none = new ArticleSeen(null, null, [], []);
        if (form.Wanted is Wanted.Look)
            return Page(http, me, none, filled, [], look: form.Words);
        if (!ArticleWords.IsSlug(slug))
            return Page(http, me, none, filled, new() { ["slug"] = t["a–z、0–9、ハイフンで60字まで。", "Up to 60 of a–z, 0–9 and hyphens."] });
        if (Filled.Errors(form.Words) is { Count: > 0 } errors)
            return Page(http, me, none, filled, errors);
        // No article of that name has been seen: one that is there is not written over.
        return await Seen(slug, read, clock, ct) is not null || await Save(slug, form with { Article = "", Draft = "" }, me, writes, clock) is not { } saved
            ? Page(http, me, none, filled, new() { ["slug"] = t["その名前の記事がもうあります。", "There is an article of that name already."] }) : TypedResults.LocalRedirect(saved);
    }

    private static async Task<IResult> Change(string slug, HttpContext http, CurrentAgent me, Db read, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (filled, t) = (await http.Request.Filled(ct), Tongue.Asked(http));
        if (await Seen(slug, read, clock, ct) is not { } seen)
            return TypedResults.LocalRedirect(Here);
        var form = ArticleForm.Of(filled, me.SeesAll);
        if (form.Wanted is Wanted.Look)
            return Page(http, me, seen, filled, [], look: form.Words);
        if (Filled.Errors(form.Words) is { Count: > 0 } errors)
            return Page(http, me, seen, filled, errors);
        return await Save(slug, form, me, writes, clock) is { } saved ? TypedResults.LocalRedirect(saved)
            : Page(http, me, seen, filled, [], t["その間に、ほかの人がこの記事を変えました。もう一度保存すると、ここに書いた内容になります。", "Somebody else has changed this article meanwhile. Save again to replace it by what stands here."]);
    }

    /// <returns>Where to go; nothing, when somebody was faster.</returns>
    private static async Task<string?> Save(string slug, ArticleForm form, CurrentAgent me, Writes writes, TimeProvider clock)
    {
        var now = clock.Now;
        if (form.Wanted is not Wanted.Publish || !me.SeesAll)
            return (await writes.Write(db => Answering(db, form, me, now, () => db.WriteDraft(slug, form.Words, me, form.Draft, form.Wanted is Wanted.Ask, form.From, now)), CancellationToken.None)).Refused(out _, out _)
                ? null : form.Wanted is Wanted.Ask ? $"{Here}?saved=asked" : $"{Here}/{slug}?saved=1";
        var result = await writes.Write(db => Answering<Article, ArticleRefusal>(db, form, me, now, async () =>
        {
            var said = await db.SayArticle(slug, form.Words, me, form.Article, now);
            // What a supervisor publishes takes the place of what was being written.
            if (!said.Refused(out _, out _) && form.Draft.Length > 0)
                await db.DropDraft(slug, me);
            return said;
        }), CancellationToken.None);
        return result.Refused(out _, out _) ? null : $"{Here}?saved=1";
    }

    // Somebody writes it: what was searched in vain is off the list, and counted anew should it not be enough.
    private static async Task<Result<T, TWhy>> Answering<T, TWhy>(Db db, ArticleForm form, CurrentAgent me, DateTimeOffset now, Func<Task<Result<T, TWhy>>> write) where TWhy : struct, Enum
    {
        var written = await write();
        if (form.Answers.Count > 0 && !written.Refused(out _, out _))
            await db.Dismiss(form.Answers, me, now);
        return written;
    }

    internal static async Task<ArticleSeen?> Seen(string slug, Db db, TimeProvider clock, CancellationToken ct)
    {
        var (article, draft) = (await db.Article(slug, ct), await db.Draft(slug, ct));
        return article is null && draft is null ? null : new(article, draft, article is null ? [] : await db.WhyStale(article, clock.Now, ct), []);
    }

    internal static RazorComponentResult<ArticlePage> Page(
        HttpContext http, CurrentAgent me, ArticleSeen seen, Filled filled, Dictionary<string, string> errors, string? refused = null, ArticleWords? look = null, bool done = false)
    {
        var t = Tongue.Asked(http);
        return new(new { T = t, Token = http.FormToken(), Me = me, Seen = seen, Fields = filled.Fields, Errors = errors, Refused = refused, Look = look, Done = done ? t["保存しました。", "Saved."] : null })
        { StatusCode = refused is null && errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
    }
}
