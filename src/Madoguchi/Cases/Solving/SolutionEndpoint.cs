using Madoguchi.Cases.Approving;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Solving;

/// <param name="Outcome">What was done, in words for the customer.</param>
/// <param name="Because">Why it is sent although it sends the customer away, or why it is no denial; it stays in the house.</param>
/// <param name="Declines">It says no; <c>false</c>, with a reason: it does not.</param>
/// <param name="Cites">The findings that a denial rests on.</param>
/// <param name="Articles">The articles that it rests on.</param>
/// <param name="Voices">The voices that it rests on: the decision that it will not be done, whose public words stand in the text.</param>
public sealed record Solution(string Outcome, string? Because = null, bool? Declines = null, IReadOnlyList<Id<Finding>>? Cites = null, IReadOnlyList<string>? Articles = null, IReadOnlyList<Guid>? Voices = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => [.. Checks.Words("/outcome", Outcome), .. Overriding.Errors("/because", Because), .. Proof.Errors(Cites, Articles, Voices)];
}

public sealed record SolutionAnswer(bool Solved);

public static class SolutionEndpoint
{
    public static void MapSolutions(this IEndpointRouteBuilder callers, IEndpointRouteBuilder agents)
    {
        agents.MapPost("/cases/{caseId:id}/solution", Propose).WithName("proposeSolution").WithSummary("The desk thinks that the case is settled").ProducesProblem(409).ProducesProblem(422);
        callers.MapPost("/cases/{caseId:id}/solution/answer", Answer).WithName("answerSolution").WithSummary("The customer says whether it is").ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Results<Ok<Moved>, Accepted<Awaiting>, ProblemHttpResult>> Propose(
        Id<Case> caseId, Body<Solution> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var key = once.For(caller.Key, body.Hash);
        var hold = new Hold(body.Value.Because, key, body.Value.Declines, body.Value.Cites, body.Value.Articles, body.Value.Voices);
        var result = await writes.WriteOnce(key, now, db => db.Propose(caseId, caller, body.Value.Outcome, hold, now), ct);
        return result.Refused(out var why, out var moved) ? Explain(why, caseId, hold)
            : moved.ApprovalId is { } waits ? TypedResults.Accepted((string?)null, new Awaiting(waits)) : TypedResults.Ok(moved);
    }

    private static async Task<Results<Ok<Moved>, ProblemHttpResult>> Answer(
        Id<Case> caseId, Body<SolutionAnswer> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.AnswerSolution(caseId, caller, body.Value.Solved, now), ct);
        return result.Refused(out var why, out var moved) ? Explain(why, caseId) : TypedResults.Ok(moved);
    }

    public static ProblemHttpResult Explain(SolutionRefusal why, Id<Case> id, Hold? hold = null) => why switch
    {
        SolutionRefusal.Unknown => Problem.NotFound,
        SolutionRefusal.WithAnotherDesk => Messaging.MessageEndpoint.Explain(Messaging.CaseRefusal.WithAnotherDesk),
        SolutionRefusal.SendsAway => HoldProblem.Of(hold!.Held!), // refused for it: there is one
        SolutionRefusal.NeedsFinding => HoldProblem.Of(id, hold!.Unproven!), // refused for it: there is one
        SolutionRefusal.UnknownProof => HoldProblem.UnknownProof(hold!.Unknown!), // refused for it: there is one
        SolutionRefusal.NeedsApproval => Messaging.MessageEndpoint.Explain(Messaging.CaseRefusal.NeedsApproval),
        SolutionRefusal.Closed => Problem.Of(409, "closed", "The case is closed.", "It opens again when the customer writes."),
        SolutionRefusal.NothingProposed => Problem.Of(409, "nothing-proposed", "No solution waits for an answer."),
    };
}
