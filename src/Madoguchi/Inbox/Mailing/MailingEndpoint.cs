using Madoguchi.Cases;
using Madoguchi.Inbox.Working;
using Madoguchi.Mail.Returning;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Mailing;

public static class MailingEndpoint
{
    public static void MapMailing(this IEndpointRouteBuilder desk) => desk.MapPost("/cases/{caseId:id}/link", Send);

    private static async Task<IResult> Send(Id<Case> caseId, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct) =>
        await acting.Show(caseId, await writes.WriteOnce(acting.Once(key), clock.Now, db => db.SendLink(caseId, acting.Caller, clock.Now), ct), why => Explain(why, acting.T), ct);

    private static string Explain(LinkRefusal why, Tongue t) => why switch
    {
        LinkRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        LinkRefusal.WithAnotherDesk => t["お客様に送れるのは、いま受け持っている窓口だけです。", "Only the desk that has the case writes to the customer."],
        LinkRefusal.NoAddress => t["送れるメールアドレスがわかりません。", "No mail address is known that could be written to."],
    };
}
