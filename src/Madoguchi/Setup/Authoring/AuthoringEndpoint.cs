using Madoguchi.Desks;
using Madoguchi.Guides;
using Madoguchi.Guides.Keeping;
using Madoguchi.Guides.Puzzling;
using Madoguchi.Guides.Writing;
using Madoguchi.Setup.Settings;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Setup.Authoring;

/// <summary>Writing guides: everybody who signs in reads them, supervisors and administrators change them.</summary>
public static class AuthoringEndpoint
{
    private enum Saving { Saved, Faulty, ChangedMeanwhile, UnknownPicture }

    public static void MapAuthoring(this IEndpointRouteBuilder app)
    {
        app.MapShownPictures();
        var guides = app.MapGroup("/settings/guides").WithFormTokens().RequireAuthorization(Doors.Workspace).ExcludeFromDescription();
        guides.MapGet("", List);
        guides.MapGet("/unclear", Unclear);
        guides.MapGet("/{slug}", Open);
        guides.MapVersionPages();
        var writing = guides.MapGroup("").AddEndpointFilter(async (asked, next) => asked.HttpContext.Features.Get<CurrentAgent>()?.SeesAll == true ? await next(asked) : TypedResults.LocalRedirect("/settings/guides"));
        writing.MapGet("/new", New);
        writing.MapPost("/new", Make);
        writing.MapPost("/{slug}", Change);
        writing.MapPost("/{slug}/look", Look);
        writing.MapPost("/{slug}/aside", LayAside);
        writing.MapPictures();
        writing.MapGoingBack();
    }

    private static async Task<RazorComponentResult<GuidesPage>> List(HttpContext http, CurrentAgent me, Db db, string? saved, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        return new(new { T = t, Token = http.FormToken(), Me = me, Guides = await db.AllGuides(ct), Done = saved is null ? null : t["保存しました。", "Saved."] });
    }

    private static async Task<RazorComponentResult<UnclearPage>> Unclear(HttpContext http, CurrentAgent me, Db db, CancellationToken ct) =>
        new(new { T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Steps = await db.PuzzlingSteps(ct) });

    private static Task<IResult> New(WritingDesk desk, CancellationToken ct) => desk.Show(null, Template.Text, 0, ct);

    private static async Task<IResult> Open(string slug, WritingDesk desk, HttpContext http, CurrentAgent me, Db db, TimeProvider clock, string? saved, CancellationToken ct)
    {
        if (await db.Guide(slug, ct) is not { } guide)
            return TypedResults.LocalRedirect("/settings/guides");
        if (me.SeesAll)
            return await desk.Show(guide.Guide, guide.Markdown, guide.Number, ct, done: saved is not null);
        return new RazorComponentResult<GuideShownPage>(new
        {
            T = Tongue.Asked(http), Token = http.FormToken(), Me = me, guide.Guide, Read = new GuideRead(guide.Content, []), Order = await db.BestOrder(guide, clock.Now, ct),
        });
    }

    private static async Task<IResult> Make(WritingDesk desk, HttpContext http, CurrentAgent me, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var filled = await http.Request.Filled(ct);
        var (slug, t) = (filled.Of("slug"), Tongue.Asked(http));
        if (!GuideRules.IsSlug(slug))
            return await desk.Show(null, filled.Of("markdown"), 0, ct, slug: slug, wrongSlug: t["a–z、0–9、ハイフンで60字まで。初めと終わりにハイフンは使えません。", "Up to 60 of a–z, 0–9 and hyphens, not at the ends."]);
        return await Save(slug, filled.Of("markdown"), 0, me, writes, clock) switch
        {
            Saving.Faulty => await desk.Show(null, filled.Of("markdown"), 0, ct, slug: slug, refused: Faulty(t)),
            Saving.ChangedMeanwhile => await desk.Show(null, filled.Of("markdown"), 0, ct, slug: slug, wrongSlug: t["その名前の手順がもうあります。", "There is a guide of that name already."]),
            Saving.UnknownPicture => await desk.Show(null, filled.Of("markdown"), 0, ct, slug: slug, refused: NoPicture(t)),
            Saving.Saved => TypedResults.LocalRedirect($"/settings/guides/{slug}?saved=1"),
        };
    }

    private static async Task<IResult> Change(string slug, WritingDesk desk, HttpContext http, CurrentAgent me, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var filled = await http.Request.Filled(ct);
        if (await db.Guide(slug, ct) is not { } guide)
            return TypedResults.LocalRedirect("/settings/guides");
        var (markdown, t) = (filled.Of("markdown"), Tongue.Asked(http));
        var seen = int.TryParse(filled.Of("version"), out var number) ? number : 0;
        return await Save(slug, markdown, seen, me, writes, clock) switch
        {
            Saving.Faulty => await desk.Show(guide.Guide, markdown, seen, ct, refused: Faulty(t)),
            Saving.ChangedMeanwhile => await desk.Conflict(slug, markdown, ct),
            Saving.UnknownPicture => await desk.Show(guide.Guide, markdown, seen, ct, refused: NoPicture(t)),
            Saving.Saved => TypedResults.LocalRedirect($"/settings/guides/{slug}?saved=1"),
        };
    }

    /// <summary>How it would look: the fragment for a script, the whole page for a form.</summary>
    private static async Task<IResult> Look(string slug, WritingDesk desk, HttpContext http, Db db, CancellationToken ct)
    {
        var filled = await http.Request.Filled(ct);
        var guide = await db.Guide(slug, ct);
        return filled.Ticked("part") ? await desk.Part(guide?.Guide, filled.Of("markdown"), ct)
            : await desk.Show(guide?.Guide, filled.Of("markdown"), int.TryParse(filled.Of("version"), out var seen) ? seen : 0, ct, slug: filled.Of("slug"));
    }

    private static async Task<RedirectHttpResult> LayAside(string slug, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        await writes.Write(db => db.LayAside(slug, true, now), ct);
        return TypedResults.LocalRedirect("/settings/guides?saved=1");
    }

    private static async Task<Saving> Save(string slug, string markdown, int seen, CurrentAgent me, Writes writes, TimeProvider clock)
    {
        if (GuideReader.Read(markdown).Content is not { } content)
            return Saving.Faulty;
        var now = clock.Now;
        var result = await writes.Write(db => db.SayGuide(slug, content, markdown, me, now, seen), CancellationToken.None);
        return !result.Refused(out var why, out _) ? Saving.Saved : why switch
        {
            GuideRefusal.ChangedMeanwhile => Saving.ChangedMeanwhile,
            GuideRefusal.UnknownPicture or GuideRefusal.Unknown => Saving.UnknownPicture,
        };
    }

    private static string Faulty(Tongue t) => t["まだ保存していません。右に挙げたところを直してください。", "Not saved yet: see what has to be mended, beside the text."];

    private static string NoPicture(Tongue t) => t["手順の画像が見つかりません。下の欄から加えてください。", "A step names a picture that is not kept here. Add it below."];
}
