using Madoguchi.Calls.CallingBack;
using Madoguchi.Calls.Texting;
using Madoguchi.Cases;
using Madoguchi.Inbox.Working;
using Madoguchi.Line;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.CallingBack;

public static class CallingBackEndpoint
{
    public static void MapCallingBack(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/callbacks", List);
        desk.MapPost("/callbacks/{ticketId:id}", Call);
        desk.MapPost("/cases/{caseId:id}/text", Text);
    }

    private static async Task<IResult> List(Sheets sheets, Db db, TimeProvider clock, CancellationToken ct) => sheets.Show<CallBacksSheet>(("Rows", (await db.CallBacks(sheets.Me, clock.Now, ct)).CallBacks));

    // The case opens: it is read before anybody dials.
    private static async Task<IResult> Call(Id<Ticket> ticketId, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var result = await writes.WriteOnce(acting.Once(key, ticketId.ToString()), clock.Now, db => db.CallBack(ticketId, acting.Me, clock.Now), ct);
        return result.Refused(out _, out var turn) ? acting.Refuse(acting.T["この方には、もうだれかがお電話しているか、順番が済んでいます。", "Somebody calls them already, or their turn is over."]) : acting.Go($"/desk/cases/{turn.CaseId}?in=line");
    }

    private static async Task<IResult> Text(Id<Case> caseId, [FromForm] string? key, bool? open, Acting acting, GatewayClient gateway, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var sent = await writes.WriteOnce(acting.Once(key), clock.Now, db => db.TextLink(caseId, acting.Caller, gateway.IsOn, clock.Now), ct);
        return open == true && !sent.Refused(out _, out _) ? acting.Go($"/desk/cases/{caseId}") : await acting.Show(caseId, sent, why => Explain(why, acting.T), ct);
    }


    private static string Explain(TextRefusal why, Tongue t) => why switch
    {
        TextRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        TextRefusal.WithAnotherDesk => t["お客様に送れるのは、いま受け持っている窓口だけです。", "Only the desk that has the case writes to the customer."],
        TextRefusal.NoNumber => t["SMSを送れる携帯電話の番号がわかりません。", "No mobile number is known that could be written to."],
        TextRefusal.NoGateway => t["SMSを送る設定がまだありません。管理者に頼んでください。", "No gateway for text messages is set. Ask an administrator."],
    };
}
