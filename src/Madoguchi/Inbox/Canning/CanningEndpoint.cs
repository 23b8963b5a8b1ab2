using Madoguchi.Cases;
using Madoguchi.Cases.Canned;
using Madoguchi.Cases.Drafting;
using Madoguchi.Cases.Messaging;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Canning;

/// <summary>Canned texts in the workspace: the list for the slash, the sheet, and, without scripts, into the draft.</summary>
public static class CanningEndpoint
{
    private const int Longest = 200;

    public static void MapCanning(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/cases/{caseId:id}/canned", Choose);
        desk.MapGet("/cases/{caseId:id}/canned/options", Offer);
        desk.MapPost("/cases/{caseId:id}/canned", PutIn);
    }

    private static async Task<IResult> Choose(Id<Case> caseId, string? q, string? into, Sheets sheets, Db db, CancellationToken ct)
    {
        var words = !string.IsNullOrWhiteSpace(q) && q.Length <= Longest && PlainText.IsStorable(q) ? q : null;
        return await db.CannedTextsFor(caseId, sheets.Me, words, ct) is { } texts
            ? sheets.Show<CannedSheet>(("CaseId", caseId), ("Into", Name(Into(into))), ("Words", words), ("Texts", texts)) : sheets.NotHere();
    }

    private static async Task<IResult> Offer(Id<Case> caseId, Sheets sheets, Db db, CancellationToken ct) =>
        await db.CannedTextsFor(caseId, sheets.Me, null, ct) is { } texts ? new RazorComponentResult<CannedOptions>(new { Texts = texts }) : sheets.NotHere();

    // The draft is the box where nothing is lost: what is chosen stands there, after what is written already.
    private static async Task<IResult> PutIn(Id<Case> caseId, [FromForm] string? text, [FromForm] string? into, Acting acting, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (purpose, now) = (Into(into), clock.Now);
        if (await db.CannedTextsFor(caseId, acting.Me, null, ct) is not { } texts)
            return acting.Refuse(WritingEndpoint.Explain(CaseRefusal.Unknown, acting.T), null, StatusCodes.Status404NotFound);
        if (!Id<CannedText>.TryParse(text, null, out var id) || texts.FirstOrDefault(t => t.CannedTextId == id) is not { } chosen)
            return acting.Refuse(acting.T["その定型文はもうありません。", "That text is not there any more."], caseId, StatusCodes.Status404NotFound);
        await writes.Write(async work =>
        {
            var written = (await work.DraftOf(caseId, acting.Caller, purpose, CancellationToken.None))?.Text;
            var all = string.IsNullOrEmpty(written) ? chosen.Text : $"{written}\n{chosen.Text}";
            return await work.KeepDraft(caseId, acting.Caller, purpose, all.Length > PlainText.Story ? written ?? "" : all, now);
        }, ct);
        return acting.Go($"/desk/cases/{caseId}?mode={Name(purpose)}#reply");
    }

    private static Purpose Into(string? into) => into is "note" ? Purpose.Note : Purpose.Reply;

    private static string Name(Purpose purpose) => purpose is Purpose.Note ? "note" : "reply";
}
