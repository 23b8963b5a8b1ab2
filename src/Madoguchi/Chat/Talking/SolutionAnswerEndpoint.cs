using Madoguchi.Cases.Solving;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Chat.Talking;

public static class SolutionAnswerEndpoint
{
    public static void MapSolutionAnswer(this IEndpointRouteBuilder own) => own.MapPost("/solution", Answer);

    private static async Task<IResult> Answer(Visit visit, HttpRequest request, Answers answers, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (await request.Posted(ct) is not { } posted || !bool.TryParse(posted["solved"], out var solved))
            return await answers.Refuse(visit, request, null, 422, ct);
        var now = clock.Now;
        var result = await writes.Write(db => db.AnswerSolution(visit.Customer.CaseId, visit.Caller, solved, now), ct);
        // Answered before, in another tab or by a second tap: the page says how it stands now.
        return result.Refused(out var why, out _) && why is SolutionRefusal.Unknown ? Problem.NotFound : await answers.Done(visit, request, posted, ct);
    }
}
