using Madoguchi.Cases;
using Madoguchi.Cases.Translating;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Inbox.Translating;

/// <summary>Machine translation in the workspace: beside what was said, and with a reply before it is sent.</summary>
public static class TranslatingEndpoint
{
    public static void MapTranslating(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/cases/{caseId:id}/entries/{number:int}/translation", Beside);
        desk.MapPost("/cases/{caseId:id}/translation", Prepare);
    }

    private static async Task<IResult> Beside(Id<Case> caseId, int number, Sheets sheets, Db db, EntryFragments fragments, CancellationToken ct) =>
        await sheets.Find(db, caseId, ct) is null ? sheets.NotHere()
        : TypedResults.Content(await TranslatedMapping.Draw(await db.TranslationsOf(caseId, [number], ct), fragments, sheets.T), "text/html; charset=utf-8");

    private static async Task<IResult> Prepare(Id<Case> caseId, HttpRequest request, Sheets sheets, Db db, TranslationClient engine, CancellationToken ct)
    {
        if (await sheets.Find(db, caseId, ct) is not { } theCase)
            return sheets.NotHere();
        var text = (await request.ReadFormAsync(ct))["text"].ToString();
        if (WritingEndpoint.Wrong(text, sheets.T) is { } wrong)
            return sheets.Refuse(StatusCodes.Status422UnprocessableEntity, wrong);
        return sheets.Show<TranslatedReplySheet>(("CaseId", caseId), ("Text", text), ("Reply", await engine.Reply(text, sheets.Me, theCase.Language, ct)));
    }
}
