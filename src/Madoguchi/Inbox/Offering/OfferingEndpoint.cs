using Madoguchi.Inbox.Working;
using Madoguchi.Line;
using Madoguchi.Line.Offering;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Offering;

public static class OfferingEndpoint
{
    public static void MapOffering(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/tickets/{ticketId:id}/acceptance", Take);
        desk.MapPost("/tickets/{ticketId:id}/pass", Pass);
    }

    private static async Task<IResult> Take(Id<Ticket> ticketId, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var result = await writes.WriteOnce(acting.Once(key), clock.Now, db => db.TakeTurn(ticketId, acting.Me, clock.Now), ct);
        return result.Refused(out _, out var turn) ? acting.Refuse(Late(acting.T)) : acting.Go($"/desk/cases/{turn.CaseId}?in=line");
    }

    // What comes back is the place of the offer: empty, or already another one.
    private static async Task<IResult> Pass(Id<Ticket> ticketId, [FromForm] string? key, Acting acting, Db read, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var result = await writes.WriteOnce(acting.Once(key), clock.Now, db => db.PassTurn(ticketId, acting.Me, clock.Now), ct);
        if (result.Refused(out _, out _))
            return acting.Refuse(Late(acting.T));
        return acting.IsScript
            ? new RazorComponentResult<AskBand>(new { acting.T, Asked = await read.AskedOf(acting.Me, clock.Now, ct), Token = acting.Http.FormToken() })
            : TypedResults.LocalRedirect("/desk");
    }

    private static string Late(Tongue t) => t["お返事の前に、ほかの担当に回りました。順番が来たら、またお知らせします。", "It has gone to another agent meanwhile. The next one may be yours."];
}
