using Madoguchi.Cases.Messaging;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Asking;

public static class QuestionEndpoint
{
    public static void MapQuestions(this IEndpointRouteBuilder agents) =>
        agents.MapPost("/cases/{caseId:id}/questions", Ask).WithName("askQuestion").WithSummary("Asks for a fact, unless it has been told: then the answer is shown").ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Created<Recorded>, ProblemHttpResult>> Ask(
        Id<Case> caseId, Body<Question> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        KnownView? known = null;
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, async db =>
        {
            (var asked, known) = await db.Ask(caseId, caller, body.Value, now);
            return asked;
        }, ct);
        return result.Refused(out var why, out var recorded) ? Explain(why, known) : TypedResults.Created((string?)null, recorded);
    }

    public static ProblemHttpResult Explain(AskRefusal why, KnownView? known) => why switch
    {
        AskRefusal.Unknown => Problem.NotFound,
        AskRefusal.WithAnotherDesk => MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk),
        AskRefusal.AlreadyTold => Problem.Of(409, "already-told", "The customer has told this already.",
            "Use what is known. If it must be asked again, say why in \"because\".", new Dictionary<string, object?> { ["known"] = known }),
    };
}
