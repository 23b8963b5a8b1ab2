using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Line.Boarding;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Inbox.Boarding;

public static class BoardingEndpoint
{
    public static void MapBoarding(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/board", Show);
        desk.MapGet("/board/now", Now);
    }

    private static async Task<RazorComponentResult<BoardPage>> Show(CurrentAgent me, HouseZone zone, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        new(new { T = Tongue.Asked(http), Me = me, Board = await db.Board(me, zone, clock.Now, ct) });

    // The part that moves.
    private static async Task<RazorComponentResult<BoardNow>> Now(CurrentAgent me, HouseZone zone, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        new(new { T = Tongue.Asked(http), Board = await db.Board(me, zone, clock.Now, ct) });
}
