using Madoguchi.BrokenOff.Answering;
using Madoguchi.Cases;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Chat.Talking;

public static class FollowUpAnswerEndpoint
{
    public static void MapFollowUpAnswer(this IEndpointRouteBuilder own) => own.MapPost("/follow-up", Answer);

    private static async Task<IResult> Answer(Visit visit, HttpRequest request, Answers answers, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (await request.Posted(ct) is not { } posted || Read(posted["answer"]) is not { } answer || posted["how"].Length > Tap.Longest)
            return await answers.Refuse(visit, request, null, 422, ct);
        var now = clock.Now;
        // Answered before, in another tab or by a second tap: the page says how it stands now.
        await writes.Write(db => db.AnswerFollowUp(visit.Customer.CaseId, visit.Caller, answer, posted.Written("how"), now), ct);
        return await answers.Done(visit, request, posted, ct);
    }

    private static FollowUpAnswer? Read(string name) => name switch
    {
        "stuck" => FollowUpAnswer.Stuck,
        "solvedMyself" => FollowUpAnswer.SolvedMyself,
        "noLongerNeeded" => FollowUpAnswer.NoLongerNeeded,
        _ => null,
    };
}
