using Madoguchi.Cases;
using Madoguchi.Guides.Walking;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Walking;

public static class WalkingEndpoint
{
    public static void MapWalking(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/cases/{caseId:id}/guides", Choose);
        desk.MapPost("/cases/{caseId:id}/walks", Start);
        desk.MapPost("/cases/{caseId:id}/walks/{walkId:id}", Step);
    }

    private static async Task<IResult> Choose(Id<Case> caseId, Sheets sheets, Db db, TimeProvider clock, CancellationToken ct) =>
        await sheets.Find(db, caseId, ct) is { } theCase
            ? sheets.Show<GuidesSheet>(("Case", theCase), ("Now", await db.WalkNow(theCase, ct)), ("Offered", await db.OfferedGuides(theCase, clock.Now, ct))) : sheets.NotHere();

    private static async Task<IResult> Start(Id<Case> caseId, [FromForm] string? guide, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct) =>
        await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, guide), clock.Now, db => db.StartWalk(caseId, guide ?? "", acting.Caller, clock.Now), ct), why => Explain(why, acting.T), ct);

    private static async Task<IResult> Step(
        Id<Case> caseId, Id<Walk> walkId, [FromForm] string? @do, [FromForm] string? way, [FromForm] int? step, [FromForm] string? answer, [FromForm] bool? solved, [FromForm] string? to,
        Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (caller, at, now) = (acting.Caller, way ?? "", clock.Now);
        Func<Db, Task<Result<WalkView, WalkRefusal>>>? act = @do switch
        {
            "answer" when step is { } number && answer is "done" or "failed" => db => db.AnswerStep(walkId, caller, at, step!.Value, answer is "done" ? StepAnswer.Done : StepAnswer.Failed, null, now), // matched
            "result" when solved is { } helped => db => db.TellResult(walkId, caller, at, helped, now),
            "agree" => db => db.AgreeTo(walkId, caller, at, now),
            "another" => db => db.TurnTo(walkId, caller, null, at, now),
            "turn" when to is not null => db => db.TurnTo(walkId, caller, to, at, now),
            "rest" or "resume" => db => db.RestWalk(walkId, caller, @do is "rest", now),
            "stop" => db => db.StopWalk(walkId, caller, now),
            _ => null,
        };
        if (act is null)
            return acting.Refuse(acting.T["この画面は古くなっています。読み込み直してください。", "This page is out of date. Please load it anew."], caseId, StatusCodes.Status422UnprocessableEntity);
        // The customer was faster: the page says where the walk stands now.
        var result = await writes.Write(act, ct);
        return result.Refused(out var why, out _) && why is not (WalkRefusal.OutOfOrder or WalkRefusal.Ended or WalkRefusal.ToldOtherwise) ? acting.Refuse(Explain(why, acting.T), caseId) : await acting.Done(caseId, ct);
    }

    private static string Explain(WalkRefusal why, Tongue t) => why switch
    {
        WalkRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        WalkRefusal.WithAnotherDesk => t["手順を進められるのは、いま受け持っている窓口だけです。", "Only the desk that has the case walks on."],
        WalkRefusal.NoGuide => t["この手順はもうありません。", "This guide is not here any more."],
        WalkRefusal.NoOtherWay => t["ほかに試していない方法はありません。", "There is no other way left to try."],
        WalkRefusal.NoWay or WalkRefusal.NoStep or WalkRefusal.OutOfOrder or WalkRefusal.ToldOtherwise or WalkRefusal.Ended => t["手順はもう先へ進んでいます。", "The walk has moved on meanwhile."],
    };
}
