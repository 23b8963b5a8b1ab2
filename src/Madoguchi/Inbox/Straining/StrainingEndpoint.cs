using Madoguchi.Care.Folding;
using Madoguchi.Care.Straining;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Madoguchi.Thanks.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Straining;

/// <summary>One's own day, for one's own eyes; and the break that is suggested.</summary>
public static class StrainingEndpoint
{
    private const int Newest = 5;

    public static void MapStraining(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/strain", Show);
        desk.MapPost("/strain/break", Reply);
    }

    private static async Task<RazorComponentResult<StrainPage>> Show(CurrentAgent me, HouseZone zone, Db db, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var (now, own, teams) = (clock.Now, me.Desks, new List<(Desk, TeamStrain)>());
        foreach (var desk in await db.Desks.AsNoTracking().Where(d => own.Contains(d.Id)).OrderBy(d => d.Slug).ToListAsync(ct))
            teams.Add((desk, await db.TeamStrain(desk.Id, zone, now, ct)));
        List<PraiseView> praise = [.. (await db.PraiseFor(me, ct)).Praise.Where(p => p.Mine).Take(Newest)];
        var view = new StrainView(await db.MyDay(me.Id, zone, now, ct), await db.AdviceFor(me.Id, ct), praise, teams, zone.Zone, await db.FoldedThanks([.. praise.Select(p => p.CaseId)], me, ct));
        return new(new { T = Tongue.Asked(http), View = view, Token = http.FormToken() });
    }

    private static async Task<IResult> Reply([FromForm] string? answer, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (answer is not ("taken" or "later"))
            return acting.Refuse(acting.T["休憩にするか、あとにするかを選んでください。", "Take the break, or later."], status: StatusCodes.Status422UnprocessableEntity);
        var now = clock.Now;
        await writes.WriteOnce(acting.Once(key, answer), now, db => db.AnswerAdvice(acting.Me, answer is "taken" ? AdviceAnswer.Taken : AdviceAnswer.Later, acting.IsScript, now), ct);
        // Answered already, on another page: what is drawn is that nothing is suggested any more.
        return acting.IsScript ? new RazorComponentResult<BreakLine>(new { acting.T, Token = acting.Http.FormToken() }) : acting.Go("/desk");
    }
}
