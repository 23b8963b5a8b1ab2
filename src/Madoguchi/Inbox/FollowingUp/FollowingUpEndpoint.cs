using Madoguchi.BrokenOff.FollowingUp;
using Madoguchi.Cases;
using Madoguchi.Inbox.HoldingBack;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.FollowingUp;

public static class FollowingUpEndpoint
{
    public static void MapFollowingUp(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/cases/{caseId:id}/follow-up", Write);
        desk.MapPost("/cases/{caseId:id}/follow-up", Send);
        desk.MapLettingBePage();
    }

    private static async Task<IResult> Write(Id<Case> caseId, Sheets sheets, Db db, CancellationToken ct)
    {
        if (await sheets.Find(db, caseId, ct) is not { } theCase)
            return sheets.NotHere();
        var how = await db.Breaks.AsNoTracking().Where(b => b.Id == theCase.BreakId).Select(b => (BreakKind?)b.How).SingleOrDefaultAsync(ct) ?? BreakKind.Agent;
        return sheets.Show<FollowUpSheet>(("Case", theCase), ("Text", await db.PreparedFollowUp(theCase, how, ct)));
    }

    private static async Task<IResult> Send(
        Id<Case> caseId, [FromForm] string? text, [FromForm] string? key,
        SaidBeside beside, Acting acting, Sheets sheets, Db read, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (WritingEndpoint.Wrong(text, acting.T) is { } wrong)
            return acting.Refuse(wrong, caseId, StatusCodes.Status422UnprocessableEntity);
        text = await read.WithDecided(caseId, text!, beside, ct); // not wrong: not null
        var once = acting.Once(key, [text, .. beside.Parts]);
        var hold = beside.Hold(once);
        var result = await writes.WriteOnce(once, clock.Now, db => db.FollowUp(caseId, acting.Caller, text, hold, clock.Now), ct);
        if (!result.Refused(out var why, out _) || why is not (FollowUpRefusal.SendsAway or FollowUpRefusal.NeedsFinding))
            return await acting.Show(caseId, result, w => Explain(w, acting.T), ct);
        if (why is FollowUpRefusal.NeedsFinding && await read.Needed(hold, beside, ct) is { } needed)
            return acting.IsScript ? HeldAnswer.Of(acting.T, caseId, needed, "held-follow-up", "follow-up-form", "follow-up-text", acting.Http)
                : await sheets.Find(read, caseId, ct) is { } unproven ? sheets.Show<FollowUpSheet>(StatusCodes.Status409Conflict, ("Case", unproven), ("Text", text), ("Needed", needed)) : sheets.NotHere();
        return acting.IsScript
            ? HeldAnswer.Of(acting.T, caseId, hold.Held!, beside.Anyway, "held-follow-up", "follow-up-form", "follow-up-text", acting.Http) // refused for it: there is one
            : await sheets.Find(read, caseId, ct) is { } theCase
                ? sheets.Show<FollowUpSheet>(StatusCodes.Status409Conflict, ("Case", theCase), ("Text", text), ("Held", hold.Held), ("NeedsReason", beside.Anyway)) : sheets.NotHere();
    }

    private static string Explain(FollowUpRefusal why, Tongue t) => why switch
    {
        FollowUpRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        FollowUpRefusal.WithAnotherDesk => t["ご様子をうかがえるのは、いま受け持っている窓口だけです。", "Only the desk that has the case follows it up."],
        FollowUpRefusal.SendsAway => t["お客様を別の窓口へ向かわせる文面です。", "This sends the customer away."],
        FollowUpRefusal.NeedsFinding => t["お断りする文面ですが、まだ誰も確かめていません。", "This says no, and nobody has looked yet."],
        FollowUpRefusal.UnknownProof => t["選ばれた調査結果または記事が見つかりません。", "The finding or article chosen is not here."],
        FollowUpRefusal.NeedsApproval => t["返信は承認を待つ設定です。用意された文のまま送るか、返信として書いてください。", "Your replies wait for approval: send the prepared words as they are, or write a reply."],
        FollowUpRefusal.Closed => t["解決した用件です。", "The case is solved."],
        FollowUpRefusal.FollowedUp => t["もうご様子をうかがっています。お伝えしたいことがあれば、返信を書いてください。", "It has been followed up. If there is something new to say, write a reply."],
    };
}
