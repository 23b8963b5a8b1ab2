using Madoguchi.Cases;
using Madoguchi.Cases.Assigning;
using Madoguchi.Desks;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Assigning;

/// <summary>Somebody with a seat at the desk.</summary>
public sealed record Colleague(Id<Agent> Id, string Name, IReadOnlyList<string> Languages);

public static class AssigningEndpoint
{
    public static void MapAssigning(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/cases/{caseId:id}/assignment", Choose);
        desk.MapPost("/cases/{caseId:id}/assignment", Assign);
        desk.MapPost("/cases/{caseId:id}/assignment/mine", Take);
    }

    private static async Task<IResult> Choose(Id<Case> caseId, Sheets sheets, Db db, CancellationToken ct)
    {
        if (await sheets.Find(db, caseId, ct) is not { } theCase)
            return sheets.NotHere();
        var desk = theCase.DeskId;
        var colleagues = await db.Agents.AsNoTracking().Where(a => a.LeftAt == null && a.Seats.Any(s => s.DeskId == desk)).OrderBy(a => a.Name).Select(a => new Colleague(a.Id, a.Name, a.Languages)).ToListAsync(ct);
        return sheets.Show<AssignSheet>(("Case", theCase), ("Colleagues", colleagues), ("Me", sheets.Me.Id));
    }

    private static async Task<IResult> Assign(Id<Case> caseId, [FromForm] string? to, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var who = Id<Agent>.TryParse(to, null, out var id) ? id : (Id<Agent>?)null;
        if (who is null && to is not "nobody")
            return acting.Refuse(acting.T["だれにするか選んでください。", "Choose who."], caseId, StatusCodes.Status422UnprocessableEntity);
        return await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, to), clock.Now, db => db.Assign(caseId, acting.Caller, who, clock.Now), ct), why => Explain(why, acting.T), ct);
    }

    private static async Task<IResult> Take(Id<Case> caseId, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct) =>
        await acting.Show(caseId, await writes.WriteOnce(acting.Once(key), clock.Now, db => db.Take(caseId, acting.Caller, clock.Now), ct), why => Explain(why, acting.T), ct);

    private static string Explain(AssignmentRefusal why, Tongue t) => why switch
    {
        AssignmentRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        AssignmentRefusal.WithAnotherDesk => t["担当を決められるのは、いま受け持っている窓口だけです。", "Only the desk that has the case decides who is in charge."],
        AssignmentRefusal.NotAtThisDesk => t["担当になれるのは、この窓口の担当者だけです。", "Only an agent of this desk can be in charge."],
        AssignmentRefusal.TakenBySomebodyElse => t["同僚がすでに担当しています。代わるときは「担当」から選んでください。", "A colleague has taken it. To take it over from them, choose under “In charge”."],
    };
}
