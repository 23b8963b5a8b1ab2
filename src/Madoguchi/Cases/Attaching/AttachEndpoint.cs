using System.Globalization;
using Madoguchi.Cases.Messaging;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Attaching;

public static class AttachEndpoint
{
    public static void MapAttachments(this IEndpointRouteBuilder api)
    {
        api.MapPost("/cases/{caseId:id}/attachments", Attach).WithName("attachFiles")
            .WithSummary("Pictures and files by the customer or an agent: a form, field \"file\", one or several")
            .Accepts<IFormFile>("multipart/form-data").ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
        api.MapGet("/cases/{caseId:id}/attachments/{attachmentId:id}", Read).WithName("readAttachment").WithSummary("An attachment's bytes, as they came")
            .Produces(200, contentType: MediaType.Unknown).ProducesProblem(404);
    }

    private static async Task<Results<Created<Attached>, ProblemHttpResult>> Attach(
        Id<Case> caseId, HttpRequest request, Caller caller, IdempotencyKey once, Uploads uploads, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        // Before a byte is read: strangers shall not fill the disk.
        if (!await db.Cases.VisibleTo(caller, db, clock.Now).AnyAsync(c => c.Id == caseId, ct))
            return Problem.NotFound;
        var upload = await uploads.Read(request, ct);
        if ((upload.Problem ?? Check(upload)) is { } problem)
            return problem;

        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, upload.Hash), now, db => db.Attach(caseId, caller, upload.Files, Written(upload, now), now), ct);
        return result.Refused(out var why, out var attached) ? MessageEndpoint.Explain(why) : TypedResults.Created(attached.Url, attached);
    }

    private static async Task<IResult> Read(Id<Case> caseId, Id<Attachment> attachmentId, Caller caller, Attachments attachments, HttpResponse response, CancellationToken ct) =>
        await attachments.Serve(caseId, attachmentId, caller, response, ct);

    private static ProblemHttpResult? Check(Upload upload) =>
        upload.Fields.Keys.FirstOrDefault(f => f != "writtenAt") is { } unknown
            ? Problem.Invalid("/" + unknown, unknown == Uploads.Field ? "Send it as a file, with a file name." : "There is no such field.")
            : upload.Files.Count == 0 ? Problem.Invalid("/" + Uploads.Field, "This is missing.")
            : upload.Fields.TryGetValue("writtenAt", out var at) && Parse(at) is null ? Problem.Invalid("/writtenAt", "A time such as 2026-11-21T09:30:00Z is needed.") : null;

    private static DateTimeOffset? Written(Upload upload, DateTimeOffset now) => MessageEndpoint.Written(upload.Fields.TryGetValue("writtenAt", out var at) ? Parse(at) : null, now);

    private static DateTimeOffset? Parse(string at) =>
        DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) ? parsed : null;
}
