using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Remedies.Granting;

/// <param name="Remedy">A slug of the catalogue.</param>
/// <param name="Reason">For the house; it is on the record.</param>
/// <param name="Amount">In whole units of the remedy.</param>
public sealed record NewGrant(string Remedy, string Reason, long? Amount = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Checks.Words("/remedy", Remedy, PlainText.Line), .. Checks.Words("/reason", Reason, Grant.LongestReason),
        .. Amount is < 1 or > Grant.Most ? [("/amount", $"1 to {Grant.Most}, whole.")] : Array.Empty<(string, string)>(),
    ];
}

/// <param name="RemedyId">Names this grant: a waiting one is approved by it.</param>
/// <param name="Entry">The number on the timeline.</param>
public sealed record GrantMade(Id<Grant> RemedyId, GrantState State, int Entry);

/// <param name="Words">For the house; needed for a no.</param>
public sealed record SecondWord(bool Approve, string? Words = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
        Words is not null ? Checks.Words("/words", Words, Grant.LongestReason) : Approve ? [] : [("/words", "Say why: the asker reads it.")];
}

public static class GrantingEndpoint
{
    public static void MapGranting(this IEndpointRouteBuilder agents)
    {
        agents.MapPost("/cases/{caseId:id}/remedies", Give).WithName("grantRemedy").WithSummary("A remedy for this case, once; above the role's limit it waits for a second person").ProducesProblem(409).ProducesProblem(422);
        agents.MapGet("/cases/{caseId:id}/remedies", OfCase).WithName("readRemedies").WithSummary("What was granted, waits or was declined for this case");
        agents.MapGet("/remedies/grants", Waiting).WithName("listWaitingRemedies").WithSummary("Remedies that wait for a second person, the longest first, and whether that may be the caller");
        agents.MapPost("/remedies/grants/{remedyId:id}/approval", Answer).WithName("approveRemedy").WithSummary("The second person approves or declines").ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Results<Created<GrantMade>, ProblemHttpResult>> Give(
        Id<Case> caseId, Body<NewGrant> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, asked) = (clock.Now, body.Value);
        if (!PlainText.IsStorable(asked.Remedy))
            return Explain(GrantRefusal.UnknownRemedy);
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, async db => Made(await db.Grant(caseId, asked.Remedy, asked.Reason, caller, now, asked.Amount)), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Created((string?)null, made);
    }

    private static async Task<Results<Ok<GrantList>, ProblemHttpResult>> OfCase(Id<Case> caseId, CurrentAgent agent, Db db, CancellationToken ct) =>
        await db.GrantsOf(caseId, agent, ct) is { } grants ? TypedResults.Ok(grants) : Problem.NotFound;

    private static async Task<Ok<WaitingList>> Waiting(CurrentAgent agent, Db db, CancellationToken ct) => TypedResults.Ok(await db.WaitingGrants(agent, ct));

    private static async Task<Results<Ok<GrantMade>, ProblemHttpResult>> Answer(
        Id<Grant> remedyId, Body<SecondWord> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, word) = (clock.Now, body.Value);
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, async db => Made(await db.AnswerGrant(remedyId, caller, word.Approve, word.Words, now)), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Ok(made);
    }

    private static Result<GrantMade, TRefusal> Made<TRefusal>(Result<Grant, TRefusal> result)
        where TRefusal : struct, Enum => result.Refused(out var why, out var grant) ? why : new GrantMade(grant.Id, grant.State, grant.Entry);

    private static ProblemHttpResult Explain(GrantRefusal why) => why switch
    {
        GrantRefusal.Unknown => Problem.NotFound,
        GrantRefusal.WithAnotherDesk => Cases.Messaging.MessageEndpoint.Explain(Cases.Messaging.CaseRefusal.WithAnotherDesk),
        GrantRefusal.UnknownRemedy => Problem.Invalid("/remedy", "There is no such remedy. GET /api/v1/remedies has those that there are."),
        GrantRefusal.HasNoAmount => Problem.Invalid("/amount", "This remedy has no amount: leave it out."),
        GrantRefusal.AlreadyGranted => Problem.Of(409, "already-granted", "This case has this remedy, or it waits for a second person.", "A remedy is granted once a case."),
    };

    private static ProblemHttpResult Explain(SecondRefusal why) => why switch
    {
        SecondRefusal.Unknown => Problem.NotFound,
        SecondRefusal.NotSupervisor => Problem.Of(403, "for-supervisors", "A supervisor decides on it."),
        SecondRefusal.OwnRequest => Problem.Of(403, "own-request", "Somebody else decides on what you have asked for."),
        SecondRefusal.AboveLimit => Problem.Of(403, "above-limit", "This is above your own limit.", "Somebody whose limit covers it decides. You may decline it."),
        SecondRefusal.Answered => Problem.Of(409, "answered", "It was decided already."),
    };
}
