using Madoguchi.Inbox.Working;
using Madoguchi.Line;
using Madoguchi.Line.Calling;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Lining;

public static class LiningEndpoint
{
    public static void MapLining(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/line/next", Next);
        desk.MapPost("/tickets/{ticketId:id}/outcome", Settle);
    }

    // Whoever came first, of all desks of this agent. Another agent may be faster at one of them: then the next.
    private static async Task<IResult> Next([FromForm] string? key, Acting acting, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        foreach (var slug in await db.DesksInLine(acting.Me, clock.Now, ct))
        {
            var result = await writes.WriteOnce(acting.Once(key, slug), clock.Now, work => work.Next(slug, acting.Me, clock.Now), ct);
            if (!result.Refused(out _, out var turn))
                return acting.Go($"/desk/cases/{turn.CaseId}?in=line");
        }

        return acting.Refuse(acting.T["いま、お待ちの方はいません。", "Nobody is waiting now."]);
    }

    private static async Task<IResult> Settle(Id<Ticket> ticketId, [FromForm] string? result, [FromForm] string? key, Acting acting, Db read, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (await read.Tickets.AsNoTracking().Where(t => t.Id == ticketId).Select(t => (Id<Cases.Case>?)t.CaseId).SingleOrDefaultAsync(ct) is not { } caseId || Named(result) is not { } came)
            return acting.Refuse(Explain(TurnRefusal.Unknown, acting.T), null, StatusCodes.Status404NotFound);
        var settled = await writes.WriteOnce(acting.Once(key, result), clock.Now, db => db.Outcome(ticketId, came, acting.Caller, clock.Now), ct);
        return await acting.Show(caseId, settled, why => Explain(why, acting.T), ct);
    }

    private static TurnResult? Named(string? result) => result switch
    {
        "served" => TurnResult.Served,
        "away" => TurnResult.Away,
        "noAnswer" => TurnResult.NoAnswer,
        "wrongNumber" => TurnResult.WrongNumber,
        "notServed" => TurnResult.NotServed,
        _ => null,
    };

    private static string Explain(TurnRefusal why, Tongue t) => why switch
    {
        TurnRefusal.Unknown => t["この整理券は見つかりません。", "This ticket is not here."],
        TurnRefusal.NotTheirTurn => t["もう順番が済んでいるか、まだ呼ばれていません。", "It is not this ticket’s turn: it is over, or has not come yet."],
    };
}
