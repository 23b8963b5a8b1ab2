using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Guides.Walking;

/// <param name="Guide">Its slug.</param>
public sealed record NewWalk(string Guide);

/// <param name="Step">From 0.</param>
/// <param name="Words">What was not understood, if somebody says so.</param>
public sealed record NewAnswer(string Way, int Step, StepAnswer Answer, string? Words = null) : IChecked
{
    public const int LongestWords = 1_000;

    public IEnumerable<(string Pointer, string Why)> Errors() => Words is null ? [] : Checks.Words("/words", Words, LongestWords);
}

public sealed record NewResult(string Way, bool Solved);

public static class WalksEndpoint
{
    public static void MapWalks(this IEndpointRouteBuilder callers)
    {
        callers.MapPost("/cases/{caseId:id}/walks", Start).WithName("startWalk").WithSummary("Walks a guide on this case, way by way, together").ProducesProblem(404).ProducesProblem(422);
        callers.MapGet("/walks/{walkId:id}", Read).WithName("readWalk").WithSummary("Where a walk stands").ProducesProblem(404);
        callers.MapPost("/walks/{walkId:id}/answers", Answer).WithName("answerStep").WithSummary("An answer to a step; the same again changes nothing").ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        callers.MapPost("/walks/{walkId:id}/result", Tell).WithName("tellResult").WithSummary("Whether a way has helped; learned once for each walk and way").ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Results<Created<WalkView>, ProblemHttpResult>> Start(Id<Case> caseId, Body<NewWalk> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.StartWalk(caseId, body.Value.Guide, caller, now), ct);
        return result.Refused(out var why, out var walk) ? Explain(why) : TypedResults.Created($"/api/v1/walks/{walk.WalkId}", walk);
    }

    private static async Task<Results<Ok<WalkView>, ProblemHttpResult>> Read(Id<Walk> walkId, Caller caller, Db db, TimeProvider clock, CancellationToken ct) =>
        await db.ReadWalk(walkId, caller, clock.Now, ct) is { } at ? TypedResults.Ok(WalkView.Of(at)) : Problem.NotFound;

    private static async Task<Results<Ok<WalkView>, ProblemHttpResult>> Answer(Id<Walk> walkId, Body<NewAnswer> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, said) = (clock.Now, body.Value);
        var words = said.Words is null ? null : PlainText.Clean(said.Words);
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.AnswerStep(walkId, caller, said.Way, said.Step, said.Answer, words, now), ct);
        return result.Refused(out var why, out var walk) ? Explain(why) : TypedResults.Ok(walk);
    }

    private static async Task<Results<Ok<WalkView>, ProblemHttpResult>> Tell(Id<Walk> walkId, Body<NewResult> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, said) = (clock.Now, body.Value);
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.TellResult(walkId, caller, said.Way, said.Solved, now), ct);
        return result.Refused(out var why, out var walk) ? Explain(why) : TypedResults.Ok(walk);
    }

    private static ProblemHttpResult Explain(WalkRefusal why) => why switch
    {
        WalkRefusal.Unknown => Problem.NotFound,
        WalkRefusal.WithAnotherDesk => MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk),
        WalkRefusal.NoGuide => Problem.Invalid("/guide", "There is no guide of this name."),
        WalkRefusal.NoWay => Problem.Invalid("/way", "The guide has no way of this name."),
        WalkRefusal.NoStep => Problem.Invalid("/step", "The way has no such step; the first one is 0."),
        WalkRefusal.OutOfOrder => Problem.Of(409, "out-of-order", "The walk stands somewhere else.", "Read it again: GET /walks/{walkId} says at which way and step."),
        WalkRefusal.ToldOtherwise => Problem.Of(409, "told-otherwise", "This walk has told otherwise about this way.", "What a walk found out about a way is told once."),
        WalkRefusal.NoOtherWay => Problem.Of(409, "no-other-way", "There is no other way left to try."),
        WalkRefusal.Ended => Problem.Of(409, "walk-ended", "The walk has ended.", "Start another one."),
    };
}
