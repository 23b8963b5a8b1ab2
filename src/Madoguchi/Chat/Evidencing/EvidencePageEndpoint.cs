using Madoguchi.Cases;
using Madoguchi.Cases.Attaching;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Chat.Contacting;
using Madoguchi.Chat.Talking;
using Madoguchi.Evidence;
using Madoguchi.Evidence.Asking;
using Madoguchi.Evidence.Keeping;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Chat.Evidencing;

/// <summary>What helps, how to get it, and a form that sends it: all by the customer's own link, with or without scripts.</summary>
public static class EvidencePageEndpoint
{
    private static readonly IReadOnlyList<Wanted> Usual = [Wanted.Capture, Wanted.Mail, Wanted.ErrorText];

    public static void MapEvidencePage(this IEndpointRouteBuilder own)
    {
        own.MapGet("/evidence", (Visit visit, string? device, HttpRequest request, Db db, TimeProvider clock, CancellationToken ct) => Show(visit, device, null, request, db, clock, ct));
        own.MapPost("/evidence", Give);
        own.MapGet("/evidence/{evidenceId:id}", (Visit visit, Id<EvidenceItem> evidenceId, EvidenceFiles evidence, HttpResponse response, CancellationToken ct) =>
            evidence.Copy(visit.Customer.CaseId, evidenceId, visit.Caller, response, ct));
    }

    private static async Task<IResult> Give(
        Visit visit, string? device, HttpRequest request, Uploads uploads, Files files, Examination examination, Answers answers, Writes writes, Db db, TimeProvider clock, CancellationToken ct)
    {
        var (posted, status) = await request.PostedWithFiles(uploads, ct);
        if (posted is null)
            return await Show(visit, device, status, request, db, clock, ct);
        List<KeptFile> given = [.. posted.Files];
        if (posted.Written(PastedFeature.Field) is { } headers)
            given.Add(await files.KeepPasted(headers, ct));
        if (given.Count == 0)
            return await Show(visit, device, 422, request, db, clock, ct);
        var (examined, now) = (await examination.Examine(given, ct), clock.Now);
        var result = await writes.WriteOnce(posted.Once(visit.Caller.Key, "POST page evidence"), now, async work =>
            (await work.KeepEvidence(visit.Customer.CaseId, visit.Caller, examined, now)).Refused(out var why, out var items) ? why : (Result<int, CaseRefusal>)items.Count, ct);
        return result.Refused(out _, out _) ? Problem.NotFound : await answers.Done(visit, request, posted, ct);
    }

    private static async Task<IResult> Show(Visit visit, string? device, int? problem, HttpRequest request, Db db, TimeProvider clock, CancellationToken ct)
    {
        var theCase = await db.Cases.AsNoTracking().Of(visit.Customer, clock.Now).SingleAsync(ct);
        var (t, id) = (visit.TongueFor(theCase.Language), theCase.Id);
        var asked = (await db.Entries.AsNoTracking().Where(e => e.CaseId == id && e.Kind == "evidenceAsked").OrderByDescending(e => e.Number).FirstOrDefaultAsync(ct))?.What as EvidenceAsked;
        var given = await db.EvidenceOf(id).Where(e => e.ByRole == Role.Customer).ToListAsync(ct);
        var browser = AskedDevices.In(Browsers.System(request.Headers.UserAgent.ToString()));
        return new RazorComponentResult<EvidencePage>(new
        {
            T = t, visit.Token, visit.Query, Key = Secret.New("once_"), Asked = asked, Given = given, Problem = problem is { } status ? Explain(status, t) : null,
            Device = AskedDevices.Named(device) ?? AskedDevices.Named(asked?.Device) ?? browser ?? await db.DeviceAskedAt(theCase, ct) ?? AskedDevice.Other,
            Wanted = asked is null ? Usual : [.. Enum.GetValues<Wanted>().Where(w => asked.Wanted.Contains(AskingMapping.Name(w)))],
        })
        { StatusCode = problem ?? 200 };
    }

    private static string Explain(int status, Tongue t) => status == 422
        ? t["ファイルを選ぶか、メールのヘッダーを貼り付けてから送ってください。", "Choose a file, or paste the headers of a mail, then send."] : Answers.Explain(status, t);
}
