using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Madoguchi.Cases.Attaching;

/// <summary>Serves attachments so that nothing in them can run, whatever they are: their type is our own finding and final,
/// only known-safe pictures are shown, and even those in a sandbox without any rights.</summary>
public sealed class Attachments(Files files, IDbContextFactory<Db> contexts, TimeProvider clock)
{
    /// <summary>What this caller may see of this case; otherwise the same 404 as for what is not there.</summary>
    public async Task<IResult> Serve(Id<Case> caseId, Id<Attachment> id, Caller caller, HttpResponse response, CancellationToken ct)
    {
        if (await Find(caseId, id, caller, ct) is not { } found)
            return Problem.NotFound;
        return await Serve(found.Sha256, found.Name, found.Type, found.Shown, response, ct);
    }

    /// <summary>A kept file of which the caller has made sure that it may be seen.</summary>
    /// <param name="shown">Drawn inside a page, not saved: only what <see cref="MediaType.IsPicture"/> says.</param>
    public async Task<IResult> Serve(string sha256, string name, string type, bool shown, HttpResponse response, CancellationToken ct)
    {
        if (await files.Open(sha256, ct) is not { } bytes)
            return Missing;

        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        var headers = response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "private, max-age=31536000, immutable";
        return TypedResults.Stream(bytes, type == MediaType.Text ? "text/plain; charset=utf-8" : type,
            entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);
    }

    /// <summary>Named by a row and not to be read: said, and never a fault.</summary>
    public static IResult Missing { get; } = Problem.Of(503, "file-missing", "The file is on record, but its bytes cannot be read now.", "Tell the administrator: the folder of files is not complete.");

    private async Task<Attachment?> Find(Id<Case> caseId, Id<Attachment> id, Caller caller, CancellationToken ct)
    {
        var inside = caller.Agent is not null;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Cases.VisibleTo(caller, db, clock.Now).Where(c => c.Id == caseId)
            .Join(db.Attachments.Where(a => a.Id == id), c => c.Id, a => a.CaseId, (c, a) => a)
            .Where(a => inside || !db.Set<Timeline.Entry>().Any(e => e.CaseId == caseId && e.Number == a.Entry && e.Withdrawn != null)).SingleOrDefaultAsync(ct);
    }
}
