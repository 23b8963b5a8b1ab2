using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Handovers;
using Madoguchi.Handovers.Accepting;
using Madoguchi.Handovers.Offering;
using Madoguchi.Handovers.Returning;
using Madoguchi.Handovers.Withdrawing;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.HandingOver;

public static class HandingOverEndpoint
{
    public static void MapHandingOver(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/cases/{caseId:id}/handover", Choose);
        desk.MapPost("/cases/{caseId:id}/handover", Offer);
        desk.MapGet("/handovers/{handoverId:id}/return", Reason);
        desk.MapPost("/handovers/{handoverId:id}/return", Return);
        desk.MapPost("/handovers/{handoverId:id}/acceptance", Accept);
        desk.MapPost("/handovers/{handoverId:id}/withdrawal", Withdraw);
    }

    private static async Task<IResult> Choose(Id<Case> caseId, string? to, string? about, Sheets sheets, Db db, CancellationToken ct)
    {
        if (await sheets.Find(db, caseId, ct) is not { } theCase)
            return sheets.NotHere();
        var own = theCase.DeskId;
        return sheets.Show<HandoverSheet>(("Case", theCase), ("Desks", await db.Desks.AsNoTracking().Where(d => d.Id != own).OrderBy(d => d.Slug).ToListAsync(ct)), ("Brief", await db.Brief(theCase, ct)),
            ("Fitting", to), ("Reason", about is { Length: > 0 and <= 400 } ? sheets.T[$"{about} のことです。", $"It is about: {about}."] : null));
    }

    private static async Task<IResult> Offer(
        Id<Case> caseId, [FromForm] string? toDesk, [FromForm] string? reason, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var t = acting.T;
        if (toDesk is not { Length: > 0 and <= PlainText.Line })
            return acting.Refuse(t["窓口を選んでください。", "Choose a desk."], caseId, StatusCodes.Status422UnprocessableEntity);
        if (WritingEndpoint.Wrong(reason, t, NewOffer.LongestReason) is not null)
            return acting.Refuse(t["引き継ぐ理由を書いてください。", "Write the reason for the handover."], caseId, StatusCodes.Status422UnprocessableEntity);
        var offer = new NewOffer(toDesk, reason!); // not wrong: not null
        return await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, toDesk, reason), clock.Now, db => db.Offer(caseId, offer, acting.Me, clock.Now), ct), why => HandoverWords.Explain(why, t), ct);
    }

    private static async Task<IResult> Reason(Id<Handover> handoverId, Sheets sheets, Db db, CancellationToken ct) =>
        await db.Handovers.AsNoTracking().VisibleTo(sheets.Me).SingleOrDefaultAsync(h => h.Id == handoverId, ct) is { } offer
            ? sheets.Show<ReturnSheet>(("Offer", offer)) : sheets.NotHere();

    private static async Task<IResult> Return(Id<Handover> handoverId, [FromForm] string? reason, [FromForm] string? key, Acting acting, Writes writes, Db db, TimeProvider clock, CancellationToken ct) =>
        WritingEndpoint.Wrong(reason, acting.T, NewOffer.LongestReason) is not null
            ? acting.Refuse(acting.T["差し戻す理由を書いてください。", "Write why it goes back."], null, StatusCodes.Status422UnprocessableEntity)
            : await Answer(handoverId, acting, await writes.WriteOnce(acting.Once(key, reason), clock.Now, d => d.Return(handoverId, reason!, acting.Me, clock.Now), ct), ct); // not wrong: not null

    private static async Task<IResult> Accept(Id<Handover> handoverId, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct) =>
        await Answer(handoverId, acting, await writes.WriteOnce(acting.Once(key), clock.Now, d => d.Accept(handoverId, acting.Me, clock.Now), ct), ct);

    private static async Task<IResult> Withdraw(Id<Handover> handoverId, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct) =>
        await Answer(handoverId, acting, await writes.WriteOnce(acting.Once(key), clock.Now, d => d.Withdraw(handoverId, acting.Me, clock.Now), ct), ct);

    private static async Task<IResult> Answer(Id<Handover> id, Acting acting, Result<HandoverAnswered, HandoverRefusal> result, CancellationToken ct) =>
        result.Refused(out var why, out var answered) ? acting.Refuse(HandoverWords.Explain(why, acting.T)) : await acting.Done(answered.CaseId, ct);
}
