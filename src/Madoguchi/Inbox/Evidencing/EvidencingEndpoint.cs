using Madoguchi.Cases;
using Madoguchi.Cases.Attaching;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Evidence;
using Madoguchi.Evidence.Bundling;
using Madoguchi.Evidence.Keeping;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Inbox.Evidencing;

/// <summary>Evidence from the workspace: laid to the case, taken from the timeline, looked at, and saved as a whole.</summary>
public static class EvidencingEndpoint
{
    private const string Path = "/cases/{caseId:id}/evidence";
    private const string OfAttachment = "/cases/{caseId:id}/files/{attachmentId:id}/evidence";

    public static void MapEvidencing(this IEndpointRouteBuilder desk)
    {
        desk.MapEvidenceWish();
        desk.MapGet(Path, Choose);
        desk.MapPost(Path, Add);
        desk.MapGet(OfAttachment, Sure);
        desk.MapPost(OfAttachment, Keep);
        desk.MapGet(Path + "/bundle", (Id<Case> caseId, Caller caller, EvidenceBundles bundles, CancellationToken ct) => bundles.Of(caseId, caller, ct));
        desk.MapGet(Path + "/{evidenceId:id}/file", (Id<Case> caseId, Id<EvidenceItem> evidenceId, Caller caller, EvidenceFiles evidence, HttpResponse response, CancellationToken ct) =>
            evidence.Original(caseId, evidenceId, caller, response, ct));
        desk.MapGet(Path + "/{evidenceId:id}/copy", (Id<Case> caseId, Id<EvidenceItem> evidenceId, Caller caller, EvidenceFiles evidence, HttpResponse response, CancellationToken ct) =>
            evidence.Copy(caseId, evidenceId, caller, response, ct));
    }

    private static async Task<IResult> Choose(Id<Case> caseId, Sheets sheets, Db db, CancellationToken ct) =>
        await sheets.Find(db, caseId, ct) is null ? sheets.NotHere() : sheets.Show<EvidenceSheet>(("CaseId", caseId));

    private static async Task<IResult> Add(
        Id<Case> caseId, HttpRequest request, Acting acting, Uploads uploads, Files files, Examination examination, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        // Before a byte is read: strangers shall not fill the disk.
        if (!await db.Mine(caseId, acting.Me, ct))
            return acting.Refuse(WritingEndpoint.Explain(CaseRefusal.WithAnotherDesk, acting.T), caseId);
        var upload = await uploads.Read(request, ct);
        if (upload.Problem is { } problem)
            return acting.Refuse(WritingEndpoint.Unread(problem.StatusCode, uploads.Limit, acting.T), caseId, problem.StatusCode);
        List<KeptFile> given = [.. upload.Files];
        if (upload.Fields.GetValueOrDefault(PastedFeature.Field) is { } headers && !string.IsNullOrWhiteSpace(headers))
            given.Add(await files.KeepPasted(headers, ct));
        if (given.Count == 0)
            return acting.Refuse(acting.T["ファイルを選ぶか、メールのヘッダーを貼り付けてください。", "Choose a file, or paste the headers of a mail."], caseId, StatusCodes.Status422UnprocessableEntity);
        var (examined, key) = (await examination.Examine(given, ct), acting.Once(upload.Fields.GetValueOrDefault("key"), given.Select(f => f.Sha256 + f.Name)));
        var result = await writes.WriteOnce(key, clock.Now, async work =>
            (await work.KeepEvidence(caseId, acting.Caller, examined, clock.Now)).Refused(out var not, out var items) ? not : (Result<int, CaseRefusal>)items.Count, ct);
        return await acting.Show(caseId, result, why => WritingEndpoint.Explain(why, acting.T), ct);
    }

    // Without scripts a click on the timeline leads here: its drawings are everybody's and carry nobody's form token.
    private static async Task<IResult> Sure(Id<Case> caseId, Id<Attachment> attachmentId, Sheets sheets, Db db, CancellationToken ct) =>
        await sheets.Find(db, caseId, ct) is null || await db.Sent(caseId, attachmentId, ct) is not { What: FileAttached file }
            ? sheets.NotHere() : sheets.Show<KeepSheet>(("CaseId", caseId), ("File", file));

    private static async Task<IResult> Keep(
        Id<Case> caseId, Id<Attachment> attachmentId, Acting acting, Examination examination, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (!await db.Mine(caseId, acting.Me, ct) || await db.Sent(caseId, attachmentId, ct) is not { What: FileAttached file })
            return acting.Refuse(WritingEndpoint.Explain(CaseRefusal.WithAnotherDesk, acting.T), caseId);
        var examined = await examination.Examine(file.Kept, ct);
        var result = await writes.Write(async work =>
            (await work.KeepAttachment(caseId, attachmentId, acting.Caller, examined, clock.Now)).Refused(out var not, out var item) ? not : (Result<int, CaseRefusal>)item.Entry, ct);
        return await acting.Show(caseId, result, why => WritingEndpoint.Explain(why, acting.T), ct);
    }
}
