using Madoguchi.Cases;
using Madoguchi.Cases.Attaching;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Evidence.Keeping;

public static class KeepingEndpoint
{
    public static void MapKeeping(this IEndpointRouteBuilder callers)
    {
        callers.MapPost("/cases/{caseId:id}/evidence", Keep).WithName("addEvidence").WithSummary("Evidence by the customer or the desk: a form with one file, field \"file\", or a mail's headers as text, field \"headers\"")
            .Accepts<IFormFile>("multipart/form-data").ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
        callers.MapPost("/cases/{caseId:id}/attachments/{attachmentId:id}/evidence", KeepAttachment).WithName("keepAttachment")
            .WithSummary("An attachment of the timeline becomes evidence, with the time at which it came; agents only");
    }

    private static async Task<Results<Created<EvidenceView>, ProblemHttpResult>> Keep(
        Id<Case> caseId, HttpRequest request, Caller caller, IdempotencyKey once, Uploads uploads, Examination examination, Files files, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        // Before a byte is read: strangers shall not fill the disk.
        if (!await db.Cases.VisibleTo(caller, db, clock.Now).AnyAsync(c => c.Id == caseId, ct))
            return Problem.NotFound;
        var upload = await uploads.Read(request, ct);
        if ((upload.Problem ?? Check(upload)) is { } problem)
            return problem;

        var kept = upload.Files is [var one] ? one : await files.KeepPasted(upload.Fields[PastedFeature.Field], ct);
        var (examined, now) = (await examination.Examine(kept, ct), clock.Now);
        var result = await writes.WriteOnce(once.For(caller.Key, upload.Hash), now, async work =>
            (await work.KeepEvidence(caseId, caller, [examined], now)).Refused(out var not, out var items) ? not : (Result<EvidenceView, CaseRefusal>)EvidenceView.Of(items[0], caller), ct);
        return Answer(result);
    }

    private static async Task<Results<Created<EvidenceView>, ProblemHttpResult>> KeepAttachment(
        Id<Case> caseId, Id<Attachment> attachmentId, Caller caller, IdempotencyKey once, Examination examination, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (caller.Agent is null || !await db.Cases.VisibleTo(caller, db, clock.Now).AnyAsync(c => c.Id == caseId, ct) || await db.Sent(caseId, attachmentId, ct) is not { What: FileAttached sent })
            return Problem.NotFound;
        var (examined, now) = (await examination.Examine(sent.Kept, ct), clock.Now);
        var result = await writes.WriteOnce(once.For(caller.Key, []), now, async work =>
            (await work.KeepAttachment(caseId, attachmentId, caller, examined, now)).Refused(out var not, out var item) ? not : (Result<EvidenceView, CaseRefusal>)EvidenceView.Of(item, caller), ct);
        return Answer(result);
    }

    private static Results<Created<EvidenceView>, ProblemHttpResult> Answer(Result<EvidenceView, CaseRefusal> result) =>
        result.Refused(out var why, out var view) ? MessageEndpoint.Explain(why) : TypedResults.Created(view.Url ?? view.CopyUrl, view);

    private static ProblemHttpResult? Check(Upload upload)
    {
        if (upload.Fields.Keys.FirstOrDefault(f => f != PastedFeature.Field) is { } unknown)
            return Problem.Invalid("/" + unknown, unknown == Uploads.Field ? "Send it as a file, with a file name." : "There is no such field.");
        var pasted = upload.Fields.TryGetValue(PastedFeature.Field, out var headers);
        return upload.Files.Count + (pasted ? 1 : 0) > 1 ? Problem.Invalid("/" + Uploads.Field, "One at a time: each is a piece of evidence of its own.")
            : pasted && string.IsNullOrWhiteSpace(headers) ? Problem.Invalid("/" + PastedFeature.Field, "Leave it out, or paste something.")
            : upload.Files.Count == 0 && !pasted ? Problem.Invalid("/" + Uploads.Field, "This is missing.") : null;
    }
}
