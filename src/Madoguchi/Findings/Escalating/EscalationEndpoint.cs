using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Desks;
using Madoguchi.Handovers;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Findings.Escalating;

public static class EscalationEndpoint
{
    public static void MapEscalations(this IEndpointRouteBuilder agents)
    {
        agents.MapPost("/cases/{caseId:id}/escalations", Ask).WithName("askTechnicalDesk").WithSummary("A question to the technical desk, with a deadline: the case is offered to it with the brief, and the customer is told by when an answer is expected")
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        agents.MapGet("/cases/{caseId:id}/escalations", List).WithName("listEscalations").WithSummary("The questions about a case and their answers, newest first").ProducesProblem(404);
        agents.MapPost("/escalations/{escalationId:id}/answer", Answer).WithName("answerEscalation").WithSummary("The technical desk answers; what it had taken along for that comes back to the desk that asked")
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        agents.MapPost("/escalations/{escalationId:id}/withdrawal", Withdraw).WithName("withdrawEscalation").WithSummary("The desk that asked takes its question back").ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Results<Created<EscalationMade>, ProblemHttpResult>> Ask(
        Id<Case> caseId, Body<NewEscalation> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.Escalate(caseId, body.Value, agent, now), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Created((string?)null, made);
    }

    private static async Task<Results<Ok<EscalationList>, ProblemHttpResult>> List(Id<Case> caseId, CurrentAgent agent, Db db, CancellationToken ct) =>
        await db.Cases.AsNoTracking().VisibleTo(agent, db).AnyAsync(c => c.Id == caseId, ct) ? TypedResults.Ok(new EscalationList(await db.EscalationsOf(caseId, ct))) : Problem.NotFound;

    private static async Task<Results<Ok<QuestionSettled>, ProblemHttpResult>> Answer(
        Id<Escalation> escalationId, Body<TechnicalAnswer> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.AnswerEscalation(escalationId, body.Value, agent, now), ct);
        return result.Refused(out var why, out var settled) ? Explain(why) : TypedResults.Ok(settled);
    }

    private static async Task<Results<Ok<QuestionSettled>, ProblemHttpResult>> Withdraw(
        Id<Escalation> escalationId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.WithdrawEscalation(escalationId, agent, now), ct);
        return result.Refused(out var why, out var settled) ? Explain(why) : TypedResults.Ok(settled);
    }

    private static ProblemHttpResult Explain(EscalateRefusal why) => why switch
    {
        EscalateRefusal.Unknown => Problem.NotFound,
        EscalateRefusal.WithAnotherDesk => HandoverProblem.WithAnotherDesk("The case is with another desk now: only the owner asks."),
        EscalateRefusal.Closed => HandoverProblem.Closed,
        EscalateRefusal.Pending => Problem.Of(409, "handover-pending", "The case is on offer already.", "Withdraw that offer or question first, or wait for its answer."),
        EscalateRefusal.OwnDesk => Problem.Invalid("/desk", "The case is at this desk: nobody else has to be asked."),
        EscalateRefusal.UnknownDesk => Problem.Invalid("/desk", "There is no such desk."),
        EscalateRefusal.NoTechnicalDesk => Problem.Invalid("/desk", "No desk is marked as technical: name one."),
        EscalateRefusal.NotAhead => Problem.Invalid("/due", "A time ahead is needed."),
    };

    private static ProblemHttpResult Explain(QuestionRefusal why) => why switch
    {
        QuestionRefusal.Unknown => Problem.NotFound,
        QuestionRefusal.WithAnotherDesk => HandoverProblem.WithAnotherDesk("This is for the agents of the other desk."),
        QuestionRefusal.Answered => Problem.Of(409, "escalation-answered", "This question has been answered already."),
        QuestionRefusal.Withdrawn => Problem.Of(409, "escalation-withdrawn", "This question waits for no answer any more.", "It was withdrawn or returned, or the case was settled."),
        QuestionRefusal.Accepted => Problem.Of(409, "escalation-accepted", "The technical desk has taken the case along.", "Its answer brings it back."),
    };
}
