using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Madoguchi.Trackers.Keeping;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Settings;

public sealed class WaitingEndpoint
{
    private const int Shown = 200;

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/waiting", List);
        settings.MapPost("/waiting/{id:id}", Decide);
    }

    private static async Task<RazorComponentResult<WaitingPage>> List(HttpContext http, CurrentAgent me, Db db, string? done, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        return new(new
        {
            T = t, Token = http.FormToken(), Me = me, Rows = (IReadOnlyList<OutboxRow>)await db.Outbox.Where(o => o.Parked).OrderBy(o => o.CreatedAt).Take(Shown).ToListAsync(ct),
            Stopped = await db.StoppedDeliveries(ct),
            Done = done switch { "again" => t["もう一度試します。", "It is tried again."], "discard" => t["捨てました。記録はログに残ります。", "Discarded; the log keeps a record."], _ => null },
        });
    }

    private static async Task<RedirectHttpResult> Decide(Id<OutboxRow> id, [FromForm] string act, CurrentAgent me, Writes writes, TimeProvider clock, ILogger<WaitingEndpoint> log, CancellationToken ct)
    {
        var now = clock.Now;
        if (act == "again")
            await writes.Write(db => db.Outbox.Where(o => o.Id == id && o.Parked)
                .ExecuteUpdateAsync(o => o.SetProperty(x => x.Parked, false).SetProperty(x => x.Attempts, 0).SetProperty(x => x.DueAt, now), CancellationToken.None), ct);
        else if (act == "discard" && await writes.Write(db => Discard(db, id), ct) is { } row)
            log.LogWarning("{Agent} discarded stopped work {Kind} {Payload}: {Error}", me.Id, row.Kind, row.Payload, row.Error);
        return TypedResults.LocalRedirect(act is "again" or "discard" ? $"/settings/waiting?done={act}" : "/settings/waiting");
    }

    private static async Task<OutboxRow?> Discard(Db db, Id<OutboxRow> id)
    {
        if (await db.Lock(id).SingleOrDefaultAsync(o => o.Parked, CancellationToken.None) is not { } row)
            return null;
        db.Outbox.Remove(row);
        await db.SaveChangesAsync(CancellationToken.None);
        return row;
    }
}
