using Madoguchi.Cases;
using Madoguchi.Cases.Solving;
using Madoguchi.Inbox.HoldingBack;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Solving;

public static class SolvingEndpoint
{
    public static void MapSolving(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/cases/{caseId:id}/solution", Write);
        desk.MapPost("/cases/{caseId:id}/solution", Propose);
    }

    private static async Task<IResult> Write(Id<Case> caseId, Sheets sheets, Db db, CancellationToken ct) =>
        await sheets.Find(db, caseId, ct) is { } theCase ? sheets.Show<SolutionSheet>(("Case", theCase)) : sheets.NotHere();

    private static async Task<IResult> Propose(
        Id<Case> caseId, [FromForm] string? outcome, [FromForm] string? key,
        SaidBeside beside, Acting acting, Sheets sheets, Db read, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (WritingEndpoint.Wrong(outcome, acting.T) is { } wrong)
            return acting.Refuse(wrong, caseId, StatusCodes.Status422UnprocessableEntity);
        outcome = await read.WithDecided(caseId, outcome!, beside, ct); // not wrong: not null
        var once = acting.Once(key, [outcome, .. beside.Parts]);
        var hold = beside.Hold(once);
        var result = await writes.WriteOnce(once, clock.Now, db => db.Propose(caseId, acting.Caller, outcome, hold, clock.Now), ct);
        if (!result.Refused(out var why, out var moved) && moved.ApprovalId is not null)
            acting.Say(acting.T["承認を待っています。承認されると、お客様に届きます。", "It waits for approval; approved, it goes to the customer."]);
        if (!result.Refused(out why, out _) || why is not (SolutionRefusal.SendsAway or SolutionRefusal.NeedsFinding))
            return await acting.Show(caseId, result, w => Explain(w, acting.T), ct);
        if (why is SolutionRefusal.NeedsFinding && await read.Needed(hold, beside, ct) is { } needed)
            return acting.IsScript ? HeldAnswer.Of(acting.T, caseId, needed, "held-outcome", "solution-form", "outcome", acting.Http)
                : await sheets.Find(read, caseId, ct) is { } unproven ? sheets.Show<SolutionSheet>(StatusCodes.Status409Conflict, ("Case", unproven), ("Outcome", outcome), ("Needed", needed)) : sheets.NotHere();
        return acting.IsScript
            ? HeldAnswer.Of(acting.T, caseId, hold.Held!, beside.Anyway, "held-outcome", "solution-form", "outcome", acting.Http) // refused for it: there is one
            : await sheets.Find(read, caseId, ct) is { } theCase
                ? sheets.Show<SolutionSheet>(StatusCodes.Status409Conflict, ("Case", theCase), ("Outcome", outcome), ("Held", hold.Held), ("NeedsReason", beside.Anyway)) : sheets.NotHere();
    }

    private static string Explain(SolutionRefusal why, Tongue t) => why switch
    {
        SolutionRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        SolutionRefusal.WithAnotherDesk => t["解決を提案できるのは、いま受け持っている窓口だけです。", "Only the desk that has the case proposes a solution."],
        SolutionRefusal.SendsAway => t["お客様を別の窓口へ向かわせる文面です。", "This sends the customer away."],
        SolutionRefusal.NeedsFinding => t["お断りする文面ですが、まだ誰も確かめていません。", "This says no, and nobody has looked yet."],
        SolutionRefusal.UnknownProof => t["選ばれた調査結果または記事が見つかりません。", "The finding or article chosen is not here."],
        SolutionRefusal.NeedsApproval => WritingEndpoint.Explain(Cases.Messaging.CaseRefusal.NeedsApproval, t),
        SolutionRefusal.Closed => t["終わった用件です。お客様からご連絡があれば、また開きます。", "The case is closed. A word of the customer opens it again."],
        SolutionRefusal.NothingProposed => t["確認を待っている解決はありません。", "No solution waits for an answer."],
    };
}
