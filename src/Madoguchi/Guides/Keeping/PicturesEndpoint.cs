using Madoguchi.Cases.Attaching;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Madoguchi.Guides.Keeping;

/// <summary>Pictures of steps: kept by those who write, shown to everybody who walks.</summary>
public static class PicturesEndpoint
{
    public static void MapGuidePictures(this IEndpointRouteBuilder administrators) =>
        administrators.MapPost("/guides/pictures", Keep).WithName("keepGuidePicture").WithSummary("A picture for a step: a form, field \"file\"")
            .Accepts<IFormFile>("multipart/form-data").ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);

    /// <summary>Where browsers get them.</summary>
    public static void MapShownPictures(this IEndpointRouteBuilder app) => app.MapGet("/guides/pictures/{id:id}", Show).ExcludeFromDescription();

    private static async Task<Results<Created<PictureKept>, ProblemHttpResult>> Keep(HttpRequest request, CurrentAgent agent, IdempotencyKey once, Uploads uploads, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var upload = await uploads.Read(request, ct);
        if (upload.Problem is { } problem)
            return problem;
        if (upload.Files is not [var file])
            return Problem.Invalid("/" + Uploads.Field, "One picture at a time.");
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", upload.Hash), now, db => db.KeepGuidePicture(file, agent, now), ct);
        return result.Refused(out var why, out var kept) ? Explain(why) : TypedResults.Created(kept.Address, kept);
    }

    private static async Task<IResult> Show(Id<GuidePicture> id, Db db, Files files, HttpResponse response, CancellationToken ct)
    {
        if (await db.GuidePictures.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } picture || await files.Open(picture.Sha256, ct) is not { } bytes)
            return TypedResults.NotFound();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Stream(bytes, picture.MediaType, entityTag: new EntityTagHeaderValue($"\"{picture.Sha256}\""));
    }

    private static ProblemHttpResult Explain(PictureRefusal why) => why switch
    {
        PictureRefusal.NoPicture => Problem.Invalid("/" + Uploads.Field, "This is no picture that a page may show: PNG, JPEG, GIF or WebP."),
    };
}
