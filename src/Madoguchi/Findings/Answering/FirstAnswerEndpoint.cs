using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Findings.Answering;

public static class FirstAnswerEndpoint
{
    public static void MapFirstAnswers(this IEndpointRouteBuilder agents) =>
        agents.MapGet("/cases/{caseId:id}/first-answer", Prepare).WithName("prepareFirstAnswer")
            .WithSummary("A first answer, prepared: it repeats what the customer saw, says what is checked and by when; nothing is sent").ProducesProblem(404).ProducesProblem(422);

    private static async Task<Results<Ok<PreparedAnswer>, ProblemHttpResult>> Prepare(Id<Case> caseId, string? lang, CurrentAgent agent, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (Checks.Language("lang", lang).ToList() is [var (at, why), ..])
            return Problem.Invalid(at, why);
        return await db.Cases.AsNoTracking().VisibleTo(agent, db).SingleOrDefaultAsync(c => c.Id == caseId, ct) is { } theCase ? TypedResults.Ok(await db.FirstAnswer(theCase, lang, clock.Now, ct)) : Problem.NotFound;
    }
}
