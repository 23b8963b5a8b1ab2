using Madoguchi.Cases;
using Madoguchi.Cases.Withdrawing;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Withdrawing;

public static class WithdrawingEndpoint
{
    public static void MapWithdrawing(this IEndpointRouteBuilder desk) => desk.MapPost("/cases/{caseId:id}/messages/{entry:int}/withdrawal", Withdraw);

    private static async Task<IResult> Withdraw(Id<Case> caseId, int entry, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct) =>
        await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, $"{entry}"), clock.Now, db => db.WithdrawAct(caseId, acting.Caller, entry, clock.Now), ct), why => Explain(why, acting.T), ct);

    private static string Explain(WithdrawalRefusal why, Tongue t) => why switch
    {
        WithdrawalRefusal.Unknown => t["取り消せるメッセージが見つかりません。", "There is no message to take back."],
        WithdrawalRefusal.WithAnotherDesk => t["取り消せるのは、いま受け持っている窓口だけです。", "Only the desk that has the case takes it back."],
        WithdrawalRefusal.TooLate => t["お客様が読んでから10分を過ぎたものは取り消せません。改めてお書きください。", "It has been read, and more than ten minutes ago. Write again what is right."],
    };
}
