using Madoguchi.Cases;
using Madoguchi.Chat.Talking;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Chat.Restoring;

public static class WorksPageEndpoint
{
    public static void MapWorksPage(this IEndpointRouteBuilder own)
    {
        own.MapGet("/works-again", Show);
        own.MapPost("/works-again", Answer);
    }

    private static async Task<IResult> Show(Visit visit, string? answer, Db db, TimeProvider clock, CancellationToken ct)
    {
        var language = await db.Cases.Of(visit.Customer, clock.Now).Select(c => c.Language).SingleAsync(ct);
        return new RazorComponentResult<WorksPage>(new { T = visit.TongueFor(language), visit.Token, visit.Query, Asked = await db.WorksAgainAsked(visit.Customer.CaseId, ct), Answer = answer is "yes" or "no" ? answer : null });
    }

    private static async Task<IResult> Answer(Visit visit, HttpRequest request, Answers answers, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (await request.Posted(ct) is not { } posted || !bool.TryParse(posted["yes"], out var yes))
            return await answers.Refuse(visit, request, null, 422, ct);
        var now = clock.Now;
        var result = await writes.Write(db => db.AnswerWhetherItWorks(visit.Customer.CaseId, visit.Caller, yes, now), ct);
        return result.Refused(out var why, out _) && why is WorksAgainRefusal.Unknown ? Problem.NotFound : await answers.Done(visit, request, posted, ct);
    }
}
