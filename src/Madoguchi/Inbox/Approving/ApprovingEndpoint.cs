using Madoguchi.Cases;
using Madoguchi.Cases.Approving;
using Madoguchi.Cases.Messaging;
using Madoguchi.Desks;
using Madoguchi.Inbox.Working;
using Madoguchi.Remedies.Granting;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Approving;

/// <summary>What waits for a second person, on one page; a reply is decided on there or at its case.</summary>
public static class ApprovingEndpoint
{
    public static void MapApproving(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/approvals", Show);
        desk.MapPost("/approvals/{approvalId:id}", Decide);
    }

    private static async Task<RazorComponentResult<ApprovalsPage>> Show(CurrentAgent me, Db db, HttpContext http, CancellationToken ct) => new(new
    {
        T = Tongue.Asked(http), Replies = (await db.Awaiting(me, ct)).Awaiting, Remedies = await db.WaitingGrants(me, ct), Token = http.FormToken(), Key = Id<Case>.New().ToString(),
    });

    private static async Task<IResult> Decide(
        Id<Approval> approvalId, [FromForm] string? approve, [FromForm] string? words, [FromForm] string? key, string? at, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (yes, said, refused) = (approve == "true", string.IsNullOrWhiteSpace(words) ? null : words, new Refused());
        if (said is not null && WritingEndpoint.Wrong(said, acting.T, Approval.LongestWords) is { } wrong)
            return acting.Refuse(wrong, status: StatusCodes.Status422UnprocessableEntity);
        var result = await writes.WriteOnce(acting.Once(key, approve, said), clock.Now, db => db.Decide(approvalId, acting.Caller, yes, said, refused, clock.Now), ct);
        if (result.Refused(out var why, out var decided))
            return acting.Refuse(Explain(why, acting.T), refused.Case == default ? null : refused.Case, why is DecideRefusal.NeedsWords ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);
        if (at is not "case")
            return acting.Go("/desk/approvals");
        // The words are a draft again: the page brings them along.
        if (decided.State is ApprovalState.TakenBack)
            return acting.Go($"/desk/cases/{decided.CaseId}?mode=reply#reply");
        acting.Say(yes ? acting.T["承認して送りました", "Approved and sent"] : acting.T["書いた人へ戻しました", "Returned to its author"]);
        return await acting.Done(decided.CaseId, ct);
    }

    private static string Explain(DecideRefusal why, Tongue t) => why switch
    {
        DecideRefusal.Unknown => WritingEndpoint.Explain(CaseRefusal.Unknown, t),
        DecideRefusal.OwnReply => t["ご自分の返信は、ほかの人が承認します。", "Somebody else approves your own reply."],
        DecideRefusal.UnderApproval => t["ご自分の返信も承認を待つ設定です。ほかの人が承認します。", "Your own replies wait for approval, too: somebody else decides."],
        DecideRefusal.WithAnotherDesk => WritingEndpoint.Explain(CaseRefusal.WithAnotherDesk, t),
        DecideRefusal.NeedsWords => t["どう直してほしいかを書いてください。書いた人が読みます。", "Say what should be different: the author reads it."],
        DecideRefusal.Decided => t["もう決まっています。", "It was decided already."],
        DecideRefusal.AuthorAway => t["書いた人は、もうこの窓口にいません。戻して、ご自分で書いてください。", "Its author does not answer at this desk any more: return it, and write your own."],
        DecideRefusal.SendsAway => t["お客様を別の窓口へ向かわせる文面です。言葉をつけて戻してください。", "This sends the customer away. Return it with words."],
        DecideRefusal.NeedsFinding => t["調べた結果のないお断りです。調べてから送れます。言葉をつけて戻してください。", "It says no, and nobody has looked. Return it with words."],
        DecideRefusal.UnknownProof => t["根拠にした調査結果が見つかりません。言葉をつけて戻してください。", "What it cites is not here. Return it with words."],
        DecideRefusal.Closed => t["終わった用件です。", "The case is closed."],
    };
}
