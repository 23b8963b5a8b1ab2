using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Voices.Deciding;

public static class DeciderEndpoint
{
    public static void MapDeciders(this IEndpointRouteBuilder agents)
    {
        agents.MapPut("/voices/{voiceId:id}/decider", Name).WithName("nameDecider").WithSummary("Names who decides a voice; it waits for them from then on").ProducesProblem(403).ProducesProblem(422);
        agents.MapPut("/voices/{voiceId:id}/listing", List).WithName("listVoicePublicly").WithSummary("Whether the public page /you-asked shows the voice once it is decided");
    }

    private static async Task<Results<Ok<DeciderNow>, ProblemHttpResult>> Name(Id<Voice> voiceId, Body<NewDecider> body, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.Write(db => db.NameDecider(voiceId, body.Value, agent, now), ct)).Refused(out var why, out var named) ? Explain(why) : TypedResults.Ok(named);
    }

    private static async Task<Results<Ok<NewListing>, ProblemHttpResult>> List(Id<Voice> voiceId, Body<NewListing> body, CurrentAgent agent, Writes writes, CancellationToken ct) =>
        await writes.Write(db => db.List(voiceId, body.Value.Listed), ct) ? TypedResults.Ok(body.Value) : Problem.NotFound;

    private static ProblemHttpResult Explain(DeciderRefusal why) => why switch
    {
        DeciderRefusal.Unknown => Problem.NotFound,
        DeciderRefusal.UnknownAgent => Problem.Invalid("/agentId", "There is no such agent."),
        DeciderRefusal.NotYours => DecisionEndpoint.Explain(DecideRefusal.NotYours),
    };
}
