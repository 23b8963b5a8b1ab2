using Madoguchi.Care.Folding;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Madoguchi.Thanks;
using Madoguchi.Thanks.Concerns;
using Madoguchi.Thanks.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Thanking;

/// <summary>What customers said afterwards: praise by name for everybody, and for supervisors who was not content.</summary>
public static class ThankingEndpoint
{
    public static void MapThanking(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/thanks", Show);
        desk.MapPost("/cases/{caseId:id}/concern/settlement", Settle);
    }

    private static async Task<RazorComponentResult<ThanksPage>> Show(CurrentAgent me, Db db, HttpContext http, CancellationToken ct)
    {
        var (list, concerns) = (await db.PraiseFor(me, ct), me.SeesAll ? await db.Concerns(ct) : null);
        var folds = await db.FoldedThanks([.. list.Praise.Select(p => p.CaseId).Concat((concerns?.Open ?? []).Select(c => c.CaseId)).Distinct()], me, ct);
        return new(new { T = Tongue.Asked(http), List = list, Concerns = concerns, Folds = folds, Token = http.FormToken(), Key = Id<Case>.New().ToString() });
    }

    private static async Task<IResult> Settle(Id<Case> caseId, [FromForm] string? cameOfIt, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (WritingEndpoint.Wrong(cameOfIt, acting.T, Settling.Longest) is { } wrong)
            return acting.Refuse(wrong, caseId, StatusCodes.Status422UnprocessableEntity);
        var result = await writes.WriteOnce(acting.Once(key, cameOfIt), clock.Now, db => db.SettleConcern(caseId, acting.Caller, cameOfIt!, clock.Now), ct); // not wrong: not null
        return result.Refused(out var why, out _) ? acting.Refuse(Explain(why, acting.T), caseId) : acting.Go("/desk/thanks#concerns");
    }

    private static string Explain(SettleRefusal why, Tongue t) => why switch
    {
        SettleRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        SettleRefusal.NotSupervisor => t["低い評価への対応は、責任者が行います。", "Low scores are looked into by supervisors."],
        SettleRefusal.NothingOpen => t["もう対応が済んでいるか、お客様が取り下げました。", "It is settled, or the customer took it back."],
    };
}
