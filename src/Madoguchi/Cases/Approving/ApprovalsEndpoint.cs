using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Wording;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Approving;

/// <summary>A reply that was not sent but waits for a second person.</summary>
public sealed record Awaiting(Id<Approval> ApprovalId);

/// <param name="Words">For the author and the house; needed for a no, unless the author takes it back.</param>
public sealed record Decision(bool Approve, string? Words = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Words is null ? [] : Checks.Words("/words", Words, Approval.LongestWords);
}

public static class ApprovalsEndpoint
{
    public static void MapApprovals(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/approvals", List).WithName("listApprovals").WithSummary("Replies that wait for a second person, the longest first, with what has happened since they were written");
        agents.MapPost("/approvals/{approvalId:id}", Decide).WithName("decideApproval").WithSummary("Approved, the reply is sent as its author's; returned, its author has it back with the words. The author's own no takes it back")
            .ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Ok<AwaitingList>> List(CurrentAgent agent, Db db, CancellationToken ct) => TypedResults.Ok(await db.Awaiting(agent, ct));

    private static async Task<Results<Ok<Decided>, ProblemHttpResult>> Decide(
        Id<Approval> approvalId, Body<Decision> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, refused) = (clock.Now, new Refused());
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.Decide(approvalId, caller, body.Value.Approve, body.Value.Words, refused, now), ct);
        return result.Refused(out var why, out var decided) ? Explain(why, refused) : TypedResults.Ok(decided);
    }

    private static ProblemHttpResult Explain(DecideRefusal why, Refused refused) => why switch
    {
        DecideRefusal.Unknown => Problem.NotFound,
        DecideRefusal.OwnReply => Problem.Of(403, "own-reply", "Somebody else approves what one has written.", "You may take it back: {\"approve\":false}."),
        DecideRefusal.UnderApproval => Problem.Of(403, "under-approval", "Your own replies wait for approval.", "Somebody whose replies do not, or a supervisor, decides."),
        DecideRefusal.WithAnotherDesk => MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk),
        DecideRefusal.NeedsWords => Problem.Invalid("/words", "Say what should be different: the author reads it."),
        DecideRefusal.Decided => Problem.Of(409, "answered", "It was decided already."),
        DecideRefusal.AuthorAway => Problem.Of(409, "author-away", "Its author does not answer at this desk any more.", "Return it, and write your own."),
        DecideRefusal.SendsAway => HoldProblem.Of(refused.Hold!.Held!), // refused for it: there is one
        DecideRefusal.NeedsFinding => HoldProblem.Of(refused.Case, refused.Hold!.Unproven!), // refused for it: there is one
        DecideRefusal.UnknownProof => HoldProblem.UnknownProof(refused.Hold!.Unknown!), // refused for it: there is one
        DecideRefusal.Closed => Problem.Of(409, "closed", "The case is closed.", "It opens again when the customer writes."),
    };
}
