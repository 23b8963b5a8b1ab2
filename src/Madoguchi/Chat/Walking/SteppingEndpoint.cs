using Madoguchi.Chat.Talking;
using Madoguchi.Guides.Walking;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Chat.Walking;

public static class SteppingEndpoint
{
    public static void MapStepping(this IEndpointRouteBuilder own) => own.MapPost("/walk", Step);

    private static async Task<IResult> Step(Visit visit, HttpRequest request, Answers answers, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (await request.Posted(ct) is not { } posted || Stepping.Of(posted) is not { } said || !Id<Walk>.TryParse(posted["walk"], null, out var walk))
            return await answers.Refuse(visit, request, null, 422, ct);
        // Answered before, in another tab, or the agent was faster: the page says where the walk stands now.
        await writes.Write(db => Do(db, walk, visit, said, clock.Now), ct);
        return await answers.Done(visit, request, posted, ct);
    }

    private static Task<Result<WalkView, WalkRefusal>> Do(Db db, Id<Walk> walk, Visit visit, Stepping said, DateTimeOffset now) => said.Act switch
    {
        "answer" => db.AnswerStep(walk, visit.Caller, said.Way, said.Step, said.Answer!.Value, said.Words, now), // read: there is one
        "result" => db.TellResult(walk, visit.Caller, said.Way, said.Solved!.Value, now), // read: there is one
        "agree" => db.AgreeTo(walk, visit.Caller, said.Way, now),
        "another" => db.TurnTo(walk, visit.Caller, null, said.Way, now),
        "stop" => db.StopWalk(walk, visit.Caller, now),
        _ => db.RestWalk(walk, visit.Caller, false, now),
    };
}
