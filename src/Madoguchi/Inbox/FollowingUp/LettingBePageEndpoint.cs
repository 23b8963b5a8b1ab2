using Madoguchi.BrokenOff.LettingBe;
using Madoguchi.Cases;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.FollowingUp;

public static class LettingBePageEndpoint
{
    public static void MapLettingBePage(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/cases/{caseId:id}/follow-up/closure", Write);
        desk.MapPost("/cases/{caseId:id}/follow-up/closure", Close);
    }

    private static async Task<IResult> Write(Id<Case> caseId, Sheets sheets, Db db, CancellationToken ct) =>
        await sheets.Find(db, caseId, ct) is { } theCase ? sheets.Show<LetBeSheet>(("Case", theCase)) : sheets.NotHere();

    private static async Task<IResult> Close(Id<Case> caseId, [FromForm] string? reason, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct) =>
        WritingEndpoint.Wrong(reason, acting.T, NewLettingBe.Longest) is { } wrong
            ? acting.Refuse(wrong, caseId, StatusCodes.Status422UnprocessableEntity)
            : await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, reason), clock.Now, db => db.LetBe(caseId, acting.Caller, reason!, clock.Now), ct), why => Explain(why, acting.T), ct); // not wrong: not null

    private static string Explain(LetBeRefusal why, Tongue t) => why switch
    {
        LetBeRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        LetBeRefusal.WithAnotherDesk => t["一覧から外せるのは、いま受け持っている窓口だけです。", "Only the desk that has the case takes it off the list."],
        LetBeRefusal.NothingBroken => t["お客様からご連絡がありました。もう一覧にありません。", "The customer was heard of again; it is on the list no more."],
    };
}
