using Madoguchi.Articles.Keeping;
using Madoguchi.Articles.Reviewing;
using Madoguchi.Desks;
using Madoguchi.Setup.Settings;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Setup.Articling;

/// <summary>A second pair of eyes, "still true", who looks after it, and what it said before.</summary>
public static class ReviewPagesEndpoint
{
    private const string Here = "/settings/articles";

    public static void MapReviewPages(this IEndpointRouteBuilder articles)
    {
        articles.MapPost("/{slug}/decision", Decide);
        articles.MapPost("/{slug}/confirmation", (string slug, CurrentAgent me, Writes writes, TimeProvider clock, CancellationToken ct) => Then(slug, writes, db => db.ConfirmArticle(slug, me, clock.Now), ct));
        articles.MapPost("/{slug}/keeper", (string slug, CurrentAgent me, Writes writes, CancellationToken ct) => Then(slug, writes, db => db.KeepArticle(slug, me), ct));
        articles.MapGet("/{slug}/versions", (string slug, HttpContext http, CurrentAgent me, Db db, CancellationToken ct) => Versions(slug, null, http, me, db, ct));
        articles.MapGet("/{slug}/versions/{number:int}", (string slug, int number, HttpContext http, CurrentAgent me, Db db, CancellationToken ct) => Versions(slug, number, http, me, db, ct));
        articles.MapPost("/{slug}/versions/{number:int}/again", GoBack);
    }

    private static async Task<IResult> Decide(string slug, HttpContext http, CurrentAgent me, Db read, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (filled, t, now) = (await http.Request.Filled(ct), Tongue.Asked(http), clock.Now);
        var refused = filled.Of("act") switch
        {
            "publish" => (await writes.Write(db => db.Publish(slug, me, now), ct)).Refused(out var why, out _) ? why : (DraftRefusal?)null,
            "drop" => (await writes.Write(db => db.DropDraft(slug, me), ct)).Refused(out var why, out _) ? why : null,
            _ when filled.Of("reason").Length > 2_000 => DraftRefusal.ReasonMissing,
            _ => (await writes.Write(db => db.ReturnDraft(slug, filled.Of("reason"), me), ct)).Refused(out var why, out _) ? why : null,
        };
        if (refused is null)
            return TypedResults.LocalRedirect(filled.Of("act") == "drop" ? $"{Here}?saved=dropped" : $"{Here}/{slug}?saved=1");
        return await ArticlePagesEndpoint.Seen(slug, read, clock, ct) is { } seen
            ? ArticlePagesEndpoint.Page(http, me, seen, ArticleForm.Fields(seen.Draft?.Words ?? seen.Article!.Words), [], Explain(refused.Value, t)) : TypedResults.LocalRedirect(Here); // one of them is there
    }

    private static async Task<RedirectHttpResult> Then<T>(string slug, Writes writes, Func<Db, Task<T>> work, CancellationToken ct)
    {
        await writes.Write(work, ct);
        return TypedResults.LocalRedirect($"{Here}/{slug}?saved=1");
    }

    private static async Task<IResult> Versions(string slug, int? number, HttpContext http, CurrentAgent me, Db db, CancellationToken ct)
    {
        if (await db.ArticleHistory(slug, ct) is not { Count: > 0 } versions)
            return TypedResults.LocalRedirect(Here);
        var shown = versions.FirstOrDefault(v => v.Number == number);
        return new RazorComponentResult<ArticleVersionsPage>(new { T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Slug = slug, Versions = versions, Shown = shown, Before = shown is null ? null : versions.FirstOrDefault(v => v.Number == shown.Number - 1) });
    }

    private static async Task<RedirectHttpResult> GoBack(string slug, int number, CurrentAgent me, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.Write(db => db.RestoreArticle(slug, number, me, now), ct);
        return TypedResults.LocalRedirect(result.Refused(out _, out _) ? $"{Here}/{slug}/versions" : $"{Here}/{slug}?saved=1");
    }

    private static string Explain(DraftRefusal why, Tongue t) => why switch
    {
        DraftRefusal.Unknown => t["この下書きはもうありません。", "This draft is gone."],
        DraftRefusal.ChangedMeanwhile => t["その間に、ほかの人がこの下書きを変えました。", "Somebody else has changed this draft meanwhile."],
        DraftRefusal.OwnDraft => t["ご自分の下書きは、ほかの人か責任者が読んで公開します。", "A second person, or a supervisor, publishes what one has written."],
        DraftRefusal.NotAsked => t["まだ「読んでもらう」と頼まれていません。", "Nobody has asked for this draft to be read."],
        DraftRefusal.ReasonMissing => t["書いた人のために、どこを直すとよいかを書いてください。", "Write what should change, for whoever wrote it."],
    };
}
