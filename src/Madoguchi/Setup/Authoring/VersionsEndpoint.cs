using Madoguchi.Desks;
using Madoguchi.Guides;
using Madoguchi.Guides.Keeping;
using Madoguchi.Setup.Settings;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Setup.Authoring;

/// <summary>What a guide said when, what each version changed, and going back: that is a new version, too.</summary>
public static class VersionsEndpoint
{
    public static void MapVersionPages(this IEndpointRouteBuilder guides)
    {
        guides.MapGet("/{slug}/versions", (string slug, HttpContext http, CurrentAgent me, Db db, CancellationToken ct) => Show(slug, null, http, me, db, ct));
        guides.MapGet("/{slug}/versions/{number:int}", (string slug, int number, HttpContext http, CurrentAgent me, Db db, CancellationToken ct) => Show(slug, number, http, me, db, ct));
    }

    public static void MapGoingBack(this IEndpointRouteBuilder writing) => writing.MapPost("/{slug}/versions/{number:int}/again", GoBack);

    private static async Task<IResult> Show(string slug, int? number, HttpContext http, CurrentAgent me, Db db, CancellationToken ct)
    {
        if (await db.Guide(slug, ct) is not { } guide || await db.GuideHistory(slug, ct) is not { Count: > 0 } versions)
            return TypedResults.LocalRedirect("/settings/guides");
        var shown = number is { } asked ? await db.GuideVersion(slug, asked, ct) : null;
        var before = number > 1 ? await db.GuideVersion(slug, number.Value - 1, ct) : null;
        return new RazorComponentResult<VersionsPage>(new
        {
            T = Tongue.Asked(http), Token = http.FormToken(), Me = me, guide.Guide, Versions = versions, Shown = shown?.Said,
            Differences = shown is var (said, _) ? LineDiff.Of(before?.Guide.Markdown ?? "", said.Markdown) : [],
        });
    }

    private static async Task<RedirectHttpResult> GoBack(string slug, int number, HttpContext http, CurrentAgent me, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var filled = await http.Request.Filled(ct);
        if (await db.GuideVersion(slug, number, ct) is not var (old, _) || !int.TryParse(filled.Of("version"), out var seen))
            return TypedResults.LocalRedirect($"/settings/guides/{slug}/versions");
        var now = clock.Now;
        var result = await writes.Write(work => work.SayGuide(slug, old.Content, old.Markdown, me, now, seen, number), ct);
        // Changed meanwhile: the list shows by whom.
        return TypedResults.LocalRedirect(result.Refused(out _, out _) ? $"/settings/guides/{slug}/versions" : $"/settings/guides/{slug}?saved=1");
    }
}
