using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Care.Folding;

/// <param name="Abusive">True: fold it. False: it need not be folded.</param>
/// <param name="Entry">Which words; the customer's last ones when missing.</param>
public sealed record NewMark(bool Abusive, int? Entry = null, string? Because = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Because is null ? [] : Checks.Words("/because", Because, Marking.LongestReason);
}

/// <param name="Unfolded">True: nothing is folded for me.</param>
public sealed record FoldingWish(bool Unfolded);

public static class MarksEndpoint
{
    public static void MapMarks(this IEndpointRouteBuilder agents)
    {
        agents.MapPost("/cases/{caseId:id}/care-marks", Mark).WithName("markCare").WithSummary("An agent's own word on words of the customer: hard to bear, or not; it goes before what the lists say").ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        agents.MapGet("/cases/{caseId:id}/care", Read).WithName("readCare").WithSummary("What was folded and why, who unfolded it, the steps taken, the supervisor asked for").ProducesProblem(404);
        agents.MapPut("/me/care", Wish).WithName("wishUnfolded").WithSummary("Whether hard words are folded for me");
    }

    private static async Task<Results<Created<Recorded>, ProblemHttpResult>> Mark(Id<Case> caseId, Body<NewMark> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, asked) = (clock.Now, body.Value);
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.MarkCare(caseId, asked.Entry, asked.Abusive, asked.Because is { } why ? PlainText.Clean(why) : null, caller, now), ct);
        return result.Refused(out var no, out var recorded) ? Explain(no) : TypedResults.Created((string?)null, recorded);
    }

    private static async Task<Results<Ok<CareView>, ProblemHttpResult>> Read(Id<Case> caseId, CurrentAgent agent, Db db, TimeProvider clock, CancellationToken ct) =>
        await db.CareOf(caseId, agent, clock.Now, ct) is { } view ? TypedResults.Ok(view) : Problem.NotFound;

    private static async Task<Ok<FoldingWish>> Wish(Body<FoldingWish> body, CurrentAgent agent, Writes writes, CancellationToken ct)
    {
        await writes.Write(db => db.WishUnfolded(agent.Id, body.Value.Unfolded), ct);
        return TypedResults.Ok(body.Value);
    }

    private static ProblemHttpResult Explain(MarkRefusal why) => why switch
    {
        MarkRefusal.Unknown => Problem.NotFound,
        MarkRefusal.WithAnotherDesk => MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk),
        MarkRefusal.NothingSaid => Problem.Of(409, "nothing-said", "These are no words of the customer."),
    };
}
