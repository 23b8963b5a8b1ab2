using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Drawing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Voices.Merging;

/// <param name="Into">The voice that goes on.</param>
public sealed record Same(Id<Voice> Into);

/// <param name="To">The voice that it belongs to; none when left out.</param>
public sealed record Elsewhere(Id<Voice>? To = null);

public static class MergingEndpoint
{
    public static void MapMerging(this IEndpointRouteBuilder agents)
    {
        agents.MapPost(VoicesEndpoint.One + "/merging", Merge).WithName("mergeVoice").WithSummary("This voice is the same as another one, which goes on with the cases of both").ProducesProblem(409).ProducesProblem(422);
        agents.MapDelete(VoicesEndpoint.One + "/merging", TakeApart).WithName("takeVoiceApart").WithSummary("They are two voices after all").ProducesProblem(409);
        agents.MapPost(VoicesEndpoint.One + "/cases/{caseId:id}/move", Move).WithName("moveVoiceCase").WithSummary("The case belongs to another voice, or to none").ProducesProblem(422);
    }

    private static async Task<Results<Ok<VoiceStands>, ProblemHttpResult>> Merge(Id<Voice> voiceId, Body<Same> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return Answer(await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.MergeVoice(voiceId, body.Value.Into, agent, now), ct));
    }

    private static async Task<Results<Ok<VoiceStands>, ProblemHttpResult>> TakeApart(Id<Voice> voiceId, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return Answer(await writes.Write(db => db.TakeApart(voiceId, agent, now), ct));
    }

    private static async Task<Results<Ok<VoiceStands>, ProblemHttpResult>> Move(Id<Voice> voiceId, Id<Case> caseId, Body<Elsewhere> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return Answer(await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.MoveCase(voiceId, caseId, body.Value.To, agent, now), ct));
    }

    private static Results<Ok<VoiceStands>, ProblemHttpResult> Answer(Result<VoiceStands, VoiceRefusal> result) => result.Refused(out var why, out var stands) ? VoicesEndpoint.Explain(why) : TypedResults.Ok(stands);
}
