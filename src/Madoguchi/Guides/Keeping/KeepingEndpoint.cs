using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Guides.Keeping;

public sealed record VersionList(IReadOnlyList<VersionLine> Versions);

/// <param name="Markdown">As it was written (docs/guides.md).</param>
/// <param name="Guide">The same as it is put: what may be put again to go back.</param>
public sealed record VersionView(string Slug, int Version, string By, DateTimeOffset At, string Markdown, GuideContent Guide);

public static class KeepingEndpoint
{
    public static void MapKeeping(this IEndpointRouteBuilder agents, IEndpointRouteBuilder administrators)
    {
        agents.MapGet("/guides/{slug}/versions", List).WithName("listGuideVersions").WithSummary("What a guide said when, and by whom; the newest first");
        agents.MapGet("/guides/{slug}/versions/{version:int}", Read).WithName("readGuideVersion").WithSummary("The words of one version");
        administrators.MapDelete("/guides/{slug}", LayAside).WithName("retireGuide").WithSummary("Lays a guide aside: it is offered no more, walks that have begun go on. Putting it takes it up again");
        administrators.MapGuidePictures();
    }

    private static async Task<Results<Ok<VersionList>, ProblemHttpResult>> List(string slug, Db db, CancellationToken ct) =>
        await db.GuideHistory(slug, ct) is { Count: > 0 } versions ? TypedResults.Ok(new VersionList(versions)) : Problem.NotFound;

    private static async Task<Results<Ok<VersionView>, ProblemHttpResult>> Read(string slug, int version, Db db, CancellationToken ct) =>
        await db.GuideVersion(slug, version, ct) is var (guide, said) ? TypedResults.Ok(new VersionView(slug, version, said.By, said.At, guide.Markdown, guide.Content)) : Problem.NotFound;

    private static async Task<Results<NoContent, ProblemHttpResult>> LayAside(string slug, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return await writes.Write(db => db.LayAside(slug, true, now), ct) ? TypedResults.NoContent() : Problem.NotFound;
    }
}
