using Madoguchi.Cases;
using Madoguchi.Cases.Solving;
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

    private static async Task<IResult> Propose(Id<Case> caseId, [FromForm] string? outcome, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct) =>
        WritingEndpoint.Wrong(outcome, acting.T) is { } wrong
            ? acting.Refuse(wrong, caseId, StatusCodes.Status422UnprocessableEntity)
            : await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, outcome), clock.Now, db => db.Propose(caseId, acting.Caller, outcome!, clock.Now), ct), why => Explain(why, acting.T), ct); // not wrong: not null

    private static string Explain(SolutionRefusal why, Tongue t) => why switch
    {
        SolutionRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        SolutionRefusal.WithAnotherDesk => t["解決を提案できるのは、いま受け持っている窓口だけです。", "Only the desk that has the case proposes a solution."],
        SolutionRefusal.Closed => t["終わった用件です。お客様からご連絡があれば、また開きます。", "The case is closed. A word of the customer opens it again."],
        SolutionRefusal.NothingProposed => t["確認を待っている解決はありません。", "No solution waits for an answer."],
    };
}
