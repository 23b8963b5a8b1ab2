using Madoguchi.BrokenOff.FollowingUp;
using Madoguchi.Cases;
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
    }

    private static async Task<IResult> Write(Id<Case> caseId, Sheets sheets, Db db, CancellationToken ct)
    {
        if (await sheets.Find(db, caseId, ct) is not { } theCase)
            return sheets.NotHere();
        var how = await db.Breaks.AsNoTracking().Where(b => b.Id == theCase.BreakId).Select(b => (BreakKind?)b.How).SingleOrDefaultAsync(ct) ?? BreakKind.Agent;
        return sheets.Show<FollowUpSheet>(("Case", theCase), ("Text", await db.PreparedFollowUp(theCase, how, ct)));
    }

    private static async Task<IResult> Send(Id<Case> caseId, [FromForm] string? text, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct) =>
        WritingEndpoint.Wrong(text, acting.T) is { } wrong
            ? acting.Refuse(wrong, caseId, StatusCodes.Status422UnprocessableEntity)
            : await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, text), clock.Now, db => db.FollowUp(caseId, acting.Caller, text, clock.Now), ct), why => Explain(why, acting.T), ct);

    private static string Explain(FollowUpRefusal why, Tongue t) => why switch
    {
        FollowUpRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        FollowUpRefusal.WithAnotherDesk => t["ご様子をうかがえるのは、いま受け持っている窓口だけです。", "Only the desk that has the case follows it up."],
        FollowUpRefusal.Closed => t["解決した用件です。", "The case is solved."],
        FollowUpRefusal.FollowedUp => t["もうご様子をうかがっています。お伝えしたいことがあれば、返信を書いてください。", "It has been followed up. If there is something new to say, write a reply."],
    };
}
