using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Care.Stepping;

public static class StepEndpoint
{
    private const string Path = "/cases/{caseId:id}/care-steps";

    public static void MapSteps(this IEndpointRouteBuilder agents)
    {
        agents.MapPost(Path, Take).WithName("takeCareStep").WithSummary("notice, twoPersons, supervisorOnly or ended: to protect whoever answers; on record, with a letter in calm words").ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        agents.MapPost(Path + "/back", Back).WithName("stepBackInCare").WithSummary("An appeal was heard, or it is calm again: what held before holds again").ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Results<Created<StepTaken>, ProblemHttpResult>> Take(Id<Case> caseId, Body<NewStep> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.TakeStep(caseId, body.Value, caller, now), ct);
        return result.Refused(out var why, out var taken) ? Explain(why) : TypedResults.Created((string?)null, taken);
    }

    private static async Task<Results<Ok<StepTaken>, ProblemHttpResult>> Back(Id<Case> caseId, Body<StepBack> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.StepBack(caseId, body.Value.Because, caller, now), ct);
        return result.Refused(out var why, out var taken) ? Explain(why) : TypedResults.Ok(taken);
    }

    private static ProblemHttpResult Explain(StepRefusal why) => why switch
    {
        StepRefusal.Unknown => Problem.NotFound,
        StepRefusal.WithAnotherDesk => MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk),
        StepRefusal.ForSupervisors => Problem.Of(403, "for-supervisors", "A supervisor decides this."),
        StepRefusal.NotAhead => Problem.Of(409, "not-ahead", "This step, or one beyond it, holds already."),
        StepRefusal.NoStep => Problem.Of(409, "no-step", "No step holds that could be taken back."),
        StepRefusal.UnknownSecond => Problem.Invalid("/second", "A colleague of this desk, or a supervisor, is needed; not yourself."),
        StepRefusal.NeedsApproval => MessageEndpoint.Explain(CaseRefusal.NeedsApproval),
        StepRefusal.SendsAway => Problem.Of(409, "sends-away", "The letter sends the customer away.", "Change its words, or leave them out: then the house's own go out."),
    };
}
