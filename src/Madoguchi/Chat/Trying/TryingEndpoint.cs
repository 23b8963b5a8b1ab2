using Madoguchi.Chat.Contacting;
using Madoguchi.Chat.Talking;
using Madoguchi.Chat.Walking;
using Madoguchi.Guides;
using Madoguchi.Guides.Finding;
using Madoguchi.Guides.Walking;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Chat.Trying;

/// <summary>Guides in the open: found by words, walked by plain forms without an account. Whoever then writes to us brings along what they tried.</summary>
public static class TryingEndpoint
{
    private const int LongestWords = 500;

    public static void MapTrying(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/guides", List);
        pages.MapGet("/guides/{slug:regex(^[a-z0-9-]{{1,60}}$)}", Show);
        pages.MapPost("/guides/{slug:regex(^[a-z0-9-]{{1,60}}$)}", Step);
    }

    private static async Task<IResult> List(string? q, HttpContext http, Db db, CancellationToken ct)
    {
        var asked = q is { Length: > 0 and <= LongestWords } && PlainText.IsStorable(q) ? q.Trim() : "";
        var guides = await db.Guides.AsNoTracking().Where(g => g.RetiredAt == null).OrderBy(g => g.Slug).ToListAsync(ct);
        var fits = asked.Length == 0 ? [] : (await db.GuidesFor(asked, null, ct)).Select(f => f.Slug).ToList();
        return new RazorComponentResult<GuidesPage>(new
        {
            T = Tongue.Asked(http), Asked = asked, Guides = asked.Length == 0 ? guides : [.. fits.Select(f => guides.FirstOrDefault(g => g.Slug == f)).OfType<Guide>()], All = guides.Count,
        });
    }

    private static async Task<IResult> Show(string slug, HttpContext http, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Guide(slug, ct) is not { Guide.RetiredAt: null } guide)
            return Unknown(http);
        return new RazorComponentResult<GuidePage>(new { T = Tongue.Asked(http), Slug = slug, Guide = guide.Content, Ways = await db.BestOrder(guide, clock.Now, ct) });
    }

    private static async Task<IResult> Step(string slug, HttpContext http, Db db, IDataProtectionProvider protection, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var posted = await http.Request.Posted(ct);
        var trial = Trial.Open(posted?["walk"], protection, now);
        var guide = trial is null ? await db.Guide(slug, ct) : await db.Guide(new Id<Guide>(trial.Guide), trial.Version, ct);
        if (guide is null || guide.Guide.Slug != slug || (trial is null && guide.Guide.RetiredAt is not null))
            return Unknown(http);

        var walk = trial?.Walk ?? Walk.Begin(Id<Walk>.New(), default, guide, await db.BestOrder(guide, now, ct), 0, now);
        var unclear = false;
        if (trial is not null && posted is not null && Stepping.Of(posted) is { } said)
            unclear = Do(walk, guide.Content, said, now) && said.Answer is StepAnswer.Unclear;
        http.Response.Headers.CacheControl = "no-store"; // what was tried is for one browser
        return new RazorComponentResult<TrialPage>(new
        {
            T = Tongue.Asked(http), Slug = slug, Now = new WalkNow(walk, guide.Content, await db.Whys(guide, walk.StartedAt, ct), Browsers.System(http.Request.Headers.UserAgent.ToString(), http.Request.Headers["Sec-CH-UA-Platform"]) ?? ""),
            Sealed = Trial.Of(walk).Seal(protection), Unclear = unclear,
        });
    }

    // An answer to a step where the walk does not stand, by the browser's way back, changes nothing: the page says where it stands.
    private static bool Do(Walk walk, GuideContent guide, Stepping said, DateTimeOffset now) => !(said.Act switch
    {
        "answer" => walk.Answer(guide, said.Way, said.Step, said.Answer!.Value, said.Words, null, 0, now), // read: there is one
        "result" => walk.Tell(guide, said.Way, said.Solved!.Value, 0, now), // read: there is one
        "agree" => walk.Agree(guide, said.Way),
        "another" => walk.Turn(guide, null, said.Way, 0),
        _ => walk.Rest(false),
    }).Refused(out _, out _);

    private static RazorComponentResult<UnknownPage> Unknown(HttpContext http) => new(new { T = Tongue.Asked(http) }) { StatusCode = StatusCodes.Status404NotFound };
}
