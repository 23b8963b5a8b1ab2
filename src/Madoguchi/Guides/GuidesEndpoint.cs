using Madoguchi.Desks;
using Madoguchi.Guides.Finding;
using Madoguchi.Guides.Keeping;
using Madoguchi.Guides.Puzzling;
using Madoguchi.Guides.Walking;
using Madoguchi.Guides.Writing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Guides;

/// <summary>A guide's ways in today's order.</summary>
/// <param name="Retired">Laid aside: offered no more.</param>
public sealed record GuideView(string Slug, Bilingual Title, int Version, IReadOnlyList<WayView> Ways, bool? Retired = null);

/// <param name="Chance">That it solves the problem, as far as we have learned: the mean of a Beta distribution.</param>
/// <param name="Tried">Walks that tell how it went.</param>
/// <param name="Why">Why it stands here, in the language that was asked for.</param>
public sealed record WayView(string Slug, double Chance, double Minutes, int Tried, int Worked, string Why, Bilingual Title, Bilingual? Risk = null);

/// <param name="Version">Goes up with each change; the ETag.</param>
public sealed record GuideSaid(string Slug, int Version);

public static class GuidesEndpoint
{
    public static void MapGuides(this IEndpointRouteBuilder callers, IEndpointRouteBuilder agents, IEndpointRouteBuilder administrators)
    {
        agents.MapSuggesting();
        agents.MapKeeping(administrators);
        agents.MapPuzzling();
        administrators.MapPut("/guides/{slug}", Say).WithName("putGuide").WithSummary("Sets a guide: the whole of it, as a new version. If-Match is honoured").ProducesProblem(412).ProducesProblem(422);
        callers.MapWalks();
        callers.MapGet("/guides/{slug}", Read).WithName("readGuide").WithSummary("The ways of a guide in today's order, with what was learned");
    }

    private static async Task<Results<Ok<GuideSaid>, ProblemHttpResult>> Say(string slug, Body<GuideContent> body, CurrentAgent agent, HttpContext http, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (!GuideRules.IsSlug(slug))
            return Problem.Invalid("/slug", "In the address: up to 60 of a-z, 0-9 and hyphens.");
        var read = GuideReader.Read(GuideWriter.Write(body.Value.Tamed()));
        if (read.Content is not { } content)
            return Problem.Invalid("", string.Join(' ', read.Faults.Select(f => f.Why.In(Tongue.English))));
        var (now, markdown) = (clock.Now, GuideWriter.Write(content));
        int? expected = DeskEndpoint.IfMatch(http.Request) is { } tag ? int.TryParse(tag, out var number) ? number : -1 : null;
        var result = await writes.Write(db => db.SayGuide(slug, content, markdown, agent, now, expected), ct);
        if (result.Refused(out var why, out var said))
            return Explain(why);
        http.Response.Headers.ETag = $"\"{said.Number}\"";
        return TypedResults.Ok(new GuideSaid(slug, said.Number));
    }

    private static async Task<Results<Ok<GuideView>, ProblemHttpResult>> Read(string slug, HttpContext http, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Guide(slug, ct) is not { } guide)
            return Problem.NotFound;
        var t = Tongue.Asked(http);
        var ways = await db.BestOrder(guide, clock.Now, ct);
        http.Response.Headers.ETag = $"\"{guide.Number}\"";
        return TypedResults.Ok(new GuideView(slug, guide.Content.Title, guide.Number,
            [.. ways.Select(w => new WayView(w.Way.Slug, Math.Round(w.Chance, 4), w.Way.Minutes, w.Tried.Times, w.Tried.Worked, BestOrder.Why(w, t), w.Way.Title, w.Way.Risk))],
            guide.Guide.RetiredAt is null ? null : true));
    }

    internal static ProblemHttpResult Explain(GuideRefusal why) => why switch
    {
        GuideRefusal.Unknown => Problem.NotFound,
        GuideRefusal.ChangedMeanwhile => Problem.Of(412, "changed-since", "Somebody else has changed this guide meanwhile.", "Read it again and decide anew."),
        GuideRefusal.UnknownPicture => Problem.Invalid("/ways", "A step names a picture that is not kept here."),
    };
}
