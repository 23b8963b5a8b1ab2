using Madoguchi.Cases;
using Madoguchi.Cases.Asking;
using Madoguchi.Cases.Facts;
using Madoguchi.Desks;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Asking;

/// <param name="Known">Told already: shown instead of asked.</param>
/// <param name="Where">The desk where it was told, by name.</param>
/// <param name="IsOpen">Asked, and not answered yet.</param>
public sealed record Askable(string Key, string Label, FactView? Known, string? Where, bool IsOpen);

public static class AskingEndpoint
{
    public static void MapAsking(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/cases/{caseId:id}/questions", Choose);
        desk.MapPost("/cases/{caseId:id}/questions", Ask);
    }

    private static async Task<IResult> Choose(Id<Case> caseId, Sheets sheets, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (await sheets.Find(db, caseId, ct) is not { } theCase)
            return sheets.NotHere();
        var desk = theCase.DeskId;
        var own = await db.Set<IntakeQuestion>().AsNoTracking().Where(q => q.DeskId == desk).OrderBy(q => q.Position).Select(q => q.Key).ToListAsync(ct);
        var facts = await db.FactsAt(caseId, new Caller(sheets.Me), clock.Now, ct) ?? [];
        var (open, words) = (await db.OpenQuestions(caseId, ct), (await db.Words(theCase, ct)) with { Tongue = sheets.T });
        var keys = own.Count > 0 ? own : ["serialNumber", "model", "osVersion", "errorText", "occurredAt", "name", "phone", "email"];
        var desks = await db.Desks.AsNoTracking().ToDictionaryAsync(d => d.Slug, d => d.NameIn(sheets.T), ct);
        return sheets.Show<QuestionsSheet>(("CaseId", caseId), ("Language", theCase.Language), ("Questions", keys.Select(Of).ToList()));

        Askable Of(string key)
        {
            var known = facts.FirstOrDefault(f => f.Key == key && f.Verified);
            return new(key, words.Label(key), known, known is null ? null : desks.GetValueOrDefault(known.Desk, known.Desk), open.ContainsKey(key));
        }
    }

    private static async Task<IResult> Ask(
        Id<Case> caseId, [FromForm] string? fact, [FromForm] string? because, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var question = new Question(fact ?? "", string.IsNullOrWhiteSpace(because) ? null : because);
        if (question.Errors().Any() || (because is not null && !PlainText.IsStorable(because)))
            return acting.Refuse(acting.T["質問を選び、理由は500文字までで書いてください。", "Choose a question; a reason has at most 500 characters."], caseId, StatusCodes.Status422UnprocessableEntity);
        KnownView? known = null;
        var result = await writes.WriteOnce(acting.Once(key, fact, because), clock.Now, async db =>
        {
            (var asked, known) = await db.Ask(caseId, acting.Caller, question, clock.Now);
            return asked;
        }, ct);
        return await acting.Show(caseId, result, why => Explain(why, known, acting.T), ct);
    }

    private static string Explain(AskRefusal why, KnownView? known, Tongue t) => why switch
    {
        AskRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        AskRefusal.WithAnotherDesk => t["お尋ねできるのは、いま受け持っている窓口だけです。", "Only the desk that has the case asks."],
        AskRefusal.AlreadyTold => t[$"もう伺っています: {known?.Value}。もう一度お尋ねするときは理由を書いてください。", $"It has been told already: {known?.Value}. To ask again, say why."],
    };
}
