using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Learning.Practising;

public sealed record NewPractice(Id<Case> CaseId);

public sealed record PracticeMade(Id<PracticeCase> PracticeId);

/// <param name="Turn">Which turn it answers, from 0; sent again it changes nothing. The next one when missing.</param>
public sealed record PracticeAnswer(string Text, int? Turn = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Words("/text", Text, PracticeRun.LongestAnswer);
}

/// <param name="Notes">One's own; empty for none.</param>
/// <param name="ShowTo">The id of a colleague who may read it; empty: nobody.</param>
public sealed record PracticeNotes(string? Notes = null, string? ShowTo = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => string.IsNullOrWhiteSpace(Notes) ? [] : Checks.Words("/notes", Notes, PracticeRun.LongestAnswer);
}

/// <summary>Practice on past cases. Nothing of it reaches a customer, and nobody reads along but whom the newcomer chooses.</summary>
public static class PractisingEndpoint
{
    public static void MapPractising(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/practice", async (CurrentAgent agent, Db db, CancellationToken ct) => TypedResults.Ok(await db.Practice(agent, ct))).WithName("listPractice").WithSummary("Past cases to practise on, without names; what a rule offers besides; what colleagues show to me");
        agents.MapPost("/practice", Pick).WithName("pickPractice").WithSummary("Freezes a solved case, without names, to practise on: supervisors any, everybody what the rule offers").ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
        agents.MapDelete("/practice/{practiceId:id}", Retire).WithName("retirePractice").WithSummary("Takes it off the list; what was begun goes on").ProducesProblem(403);
        agents.MapPost("/practice/{practiceId:id}/runs", Begin).WithName("beginPractice").WithSummary("Begins to practise, or goes on with what is not finished");
        agents.MapGet("/practice/runs/{runId:id}", Read).WithName("readPracticeRun").WithSummary("One's own run, or one that a colleague shows: what lies ahead stays covered");
        agents.MapPost("/practice/runs/{runId:id}/answers", Answer).WithName("answerPractice").WithSummary("What one would answer; what was done then comes back").ProducesProblem(409).ProducesProblem(422);
        agents.MapPut("/practice/runs/{runId:id}/notes", Note).WithName("notePractice").WithSummary("One's own notes, and who may read the run").ProducesProblem(422);
    }

    private static async Task<Results<Created<PracticeMade>, ProblemHttpResult>> Pick(Body<NewPractice> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce<PracticeMade, PracticeRefusal>(once.For($"agent {agent.Id}", body.Hash), now, async db => (await db.PickForPractice(body.Value.CaseId, agent, now)).Refused(out var no, out var id) ? no : new PracticeMade(id), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Created((string?)null, made);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Retire(Id<PracticeCase> practiceId, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.Write(db => db.RetirePractice(practiceId, agent, now), ct)).Refused(out var why, out _) ? Explain(why) : TypedResults.NoContent();
    }

    private static async Task<Results<Created<RunView>, ProblemHttpResult>> Begin(Id<PracticeCase> practiceId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.BeginPractice(practiceId, agent, now), ct)).Refused(out var why, out var run) ? Explain(why) : TypedResults.Created($"/api/v1/practice/runs/{run.RunId}", run);
    }

    private static async Task<Results<Ok<RunView>, ProblemHttpResult>> Read(Id<PracticeRun> runId, CurrentAgent agent, Db db, CancellationToken ct) =>
        await db.PracticeRun(runId, agent, ct) is { } run ? TypedResults.Ok(run) : Problem.NotFound;

    private static async Task<Results<Ok<RunView>, ProblemHttpResult>> Answer(Id<PracticeRun> runId, Body<PracticeAnswer> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.AnswerPractice(runId, body.Value.Text, body.Value.Turn, agent, now), ct)).Refused(out var why, out var run) ? Explain(why) : TypedResults.Ok(run);
    }

    private static async Task<Results<Ok<RunView>, ProblemHttpResult>> Note(Id<PracticeRun> runId, Body<PracticeNotes> body, CurrentAgent agent, Writes writes, CancellationToken ct) =>
        (await writes.Write(db => db.NotePractice(runId, body.Value.Notes, body.Value.ShowTo, agent), ct)).Refused(out var why, out var run) ? Explain(why) : TypedResults.Ok(run);

    private static ProblemHttpResult Explain(PracticeRefusal why) => why switch
    {
        PracticeRefusal.Unknown => Problem.NotFound,
        PracticeRefusal.NotSolved => Problem.Of(409, "not-solved", "One practises on cases that are solved.", "The customer says when it is."),
        PracticeRefusal.ForSupervisors => Problem.Of(403, "for-supervisors", "Supervisors pick the cases to practise on.", "What GET /practice offers, everybody may begin."),
        PracticeRefusal.Nothing => Problem.Of(409, "nothing-to-practise", "Nobody has answered anything in this case.", "Pick one in which something was said and done."),
    };

    private static ProblemHttpResult Explain(RunRefusal why) => why switch
    {
        RunRefusal.Unknown => Problem.NotFound,
        RunRefusal.Over => Problem.Of(409, "practice-over", "Every turn is answered.", "Begin anew to practise it once more."),
        RunRefusal.UnknownMentor => Problem.Invalid("/showTo", "There is no such colleague."),
    };
}
