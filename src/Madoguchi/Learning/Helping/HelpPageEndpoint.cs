using Madoguchi.Learning.Missing;
using Madoguchi.Search;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Asked;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Learning.Helping;

/// <summary>The public help centre. Nobody is known here, nobody is followed; what was searched in vain is counted for whoever writes.</summary>
public static class HelpPageEndpoint
{
    private const int Most = 30;
    private const int Titles = 6;
    private const int Related = 4;

    public static void MapHelpPages(this IEndpointRouteBuilder app)
    {
        var help = app.MapGroup("/help").ExcludeFromDescription();
        help.MapGet("", Find).RequireRateLimiting(Limits.Searches);
        help.MapGet("/{slug:regex(^[a-z0-9][a-z0-9-]{{0,59}}$)}", Read);
        help.MapPost("/{slug:regex(^[a-z0-9][a-z0-9-]{{0,59}}$)}/answer", Answer).RequireRateLimiting(Limits.Contacts);
        help.MapPost("/titles", Type).RequireRateLimiting(Limits.Typing);
        help.MapPost("/suggestions", Suggest).RequireRateLimiting(Limits.Typing);
    }

    private static async Task<RazorComponentResult<HelpPage>> Find(string? q, string? product, HttpContext http, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (t, asked, now) = (Tongue.Asked(http), Sought.IsUsable(q) ? q!.Trim() : "", clock.Now); // usable: not null
        var index = await db.HelpIndex(ct);
        var hits = asked.Length == 0 ? [] : index.Search(asked, t, Most);
        if (asked.Length > 0 && !IsAhead(http))
            await writes.Write(work => work.CountSearch(asked, t.Code, hits.Any(h => !h.Near) ? Came.Found : Came.Missed, now), ct);
        return new(new { T = t, Asked = asked, Product = product, Hits = hits, Guides = asked.Length == 0 ? await db.HelpGuides(ct) : await db.HelpGuides(asked, ct), Items = hits.Count == 0 ? index.Items : [], YouAsked = asked.Length == 0 && await db.HasAsked(now, ct) });
    }

    /// <summary>Titles, as far as it is typed: by a form, so that half-written words stand in no address. Nothing of it is kept or counted.</summary>
    private static async Task<RazorComponentResult<HelpTitles>> Type(HttpContext http, Db db, CancellationToken ct)
    {
        var typed = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(ct))["q"].ToString() : "";
        var (t, asked) = (Tongue.Asked(http), Sought.IsUsable(typed) ? typed.Trim() : "");
        return new(new { T = t, Asked = asked, Hits = asked.Length == 0 ? [] : (await db.HelpIndex(ct)).Search(asked, t, Titles) });
    }

    private static async Task<IResult> Read(string slug, string? q, string? said, HttpContext http, Db db, Writes writes, IDataProtectionProvider protection, TimeProvider clock, CancellationToken ct)
    {
        var (t, now) = (Tongue.Asked(http), clock.Now);
        if (await db.PublicArticle(slug, ct) is not { } article)
            return new RazorComponentResult<NoArticlePage>(new { T = t }) { StatusCode = StatusCodes.Status404NotFound };
        var asked = Sought.IsUsable(q) ? q : null;
        if (asked is not null && said is null && !IsAhead(http))
            await writes.Write(work => work.CountSearch(asked, null, Came.Opened, now), ct);
        http.Response.Headers.CacheControl = "no-store"; // the seal in it is for one showing
        return new RazorComponentResult<HelpArticlePage>(new
        {
            T = t, Article = article, Asked = asked, Said = said is "yes" or "no" ? said : null, Seal = new ReadingSeal(Id<ArticleAnswer>.New().Value, article.Id, now).Seal(protection), Beside = (await db.HelpIndex(ct)).Beside(slug, Related),
        });
    }

    private static async Task<IResult> Answer(string slug, HttpContext http, Writes writes, IDataProtectionProvider protection, TimeProvider clock, CancellationToken ct)
    {
        var (t, now, form) = (Tongue.Asked(http), clock.Now, http.Request.HasFormContentType ? await http.Request.ReadFormAsync(ct) : null);
        var (said, asked) = (form?["helped"].ToString(), form?["q"].ToString());
        var searched = Sought.IsUsable(asked) ? asked : null;
        if (said is "yes" or "no" && ReadingSeal.Open(form?["view"], protection, now) is { } view)
            await writes.Write(db => db.Answer(view, said == "yes", searched, now), ct);
        return TypedResults.LocalRedirect($"/help/{slug}?lang={t.Code}&said={(said == "yes" ? "yes" : "no")}{(searched is null ? "" : "&q=" + Uri.EscapeDataString(searched))}#answer");
    }

    /// <summary>What may help somebody who is writing to us: by a form, so that the story stands in no address. Nothing of it is kept.</summary>
    private static async Task<RazorComponentResult<Suggestions>> Suggest(HttpContext http, Db db, CancellationToken ct)
    {
        var (t, text) = (Tongue.Asked(http), http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(ct))["text"].ToString() : "");
        return new(new { T = t, Found = await db.Suggest(PlainText.Beginning(text, PlainText.Story), t, ct) });
    }

    // A browser that reads ahead has not asked anything.
    private static bool IsAhead(HttpContext http) => http.Request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.Ordinal);
}
