using Madoguchi.Cases;
using Madoguchi.Cases.Facts;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Telling;

public static class TellingEndpoint
{
    public static void MapTelling(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/cases/{caseId:id}/fact", Write);
        desk.MapPost("/cases/{caseId:id}/fact", Tell);
    }

    private static async Task<IResult> Write(Id<Case> caseId, string? fact, Sheets sheets, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (await sheets.Find(db, caseId, ct) is not { } theCase || await db.FactsAt(caseId, new Caller(sheets.Me), clock.Now, ct) is not { } facts)
            return sheets.NotHere();
        var words = (await db.Words(theCase, ct)) with { Tongue = sheets.T };
        var keys = words.Questions.Values.OrderBy(q => q.Position).Select(q => q.Key).Concat(FactLabels.WellKnown).Distinct().Select(k => (Key: k, Label: words.Label(k))).ToList();
        return sheets.Show<FactSheet>(("CaseId", caseId), ("Keys", keys), ("Chosen", fact), ("Known", facts.FirstOrDefault(f => f.Key == fact)));
    }

    private static async Task<IResult> Tell(
        Id<Case> caseId, [FromForm] string? fact, [FromForm] string? value, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (FactKeys.Errors("", fact ?? "", value).Any() || !PlainText.IsStorable(value!)) // no errors: not null
            return acting.Refuse(acting.T["項目を選び、伺った内容を2,000文字までで書いてください。", "Choose what it is and write it down in at most 2,000 characters."], caseId, StatusCodes.Status422UnprocessableEntity);
        return await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, fact, value), clock.Now, db => db.TellFact(caseId, acting.Caller, fact!, value!, clock.Now), ct),
            why => WritingEndpoint.Explain(why, acting.T), ct);
    }
}
