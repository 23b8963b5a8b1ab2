using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Drawing;
using Madoguchi.Voices.Showing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Voices;

public static class VoicesEndpoint
{
    private const int Most = 500;
    internal const string One = "/voices/{voiceId:id}";

    public static void MapVoicesThemselves(this IEndpointRouteBuilder agents)
    {
        agents.MapPost("/voices", Draw).WithName("drawVoice").WithSummary("Makes a customers' voice of a case (or of an incident with all its cases): a defect, a wish or a complaint").ProducesProblem(404).ProducesProblem(422);
        agents.MapPost(One + "/cases", Join).WithName("joinVoice").WithSummary("One more case, or all of an incident, behind a voice; the same case twice is one case").ProducesProblem(404).ProducesProblem(422);
        agents.MapGet("/voices", List).WithName("listVoices").WithSummary("Voices with their temperature, the warmest first; sort, kind, product, state and q narrow").ProducesProblem(422);
        agents.MapGet(One, Read).WithName("readVoice").WithSummary("A voice and its temperature");
        agents.MapGet(One + "/cases", Cases).WithName("listVoiceCases").WithSummary("The cases behind a voice that this agent may see, and how many there are");
    }

    private static async Task<Results<Created<VoiceStands>, ProblemHttpResult>> Draw(Body<NewVoice> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.DrawVoice(body.Value, agent, now), ct);
        return result.Refused(out var why, out var drawn) ? Explain(why) : TypedResults.Created($"/api/v1/voices/{drawn.VoiceId}", drawn);
    }

    private static async Task<Results<Ok<VoiceStands>, ProblemHttpResult>> Join(Id<Voice> voiceId, Body<MoreCases> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.JoinVoice(voiceId, body.Value, agent, now), ct)).Refused(out var why, out var stands) ? Explain(why) : TypedResults.Ok(stands);
    }

    private static async Task<Results<Ok<VoiceList>, ProblemHttpResult>> List(string? sort, string? kind, string? product, string? state, string? q, Db db, TimeProvider clock, CancellationToken ct) =>
        VoicesAsked.Read(sort, kind, product, state, q, out var wrong) is { } asked ? TypedResults.Ok(new VoiceList([.. asked.Of(await db.AllVoices(clock.Now, ct)).Take(Most)])) : Problem.Invalid(wrong.At, wrong.Why);

    private static async Task<Results<Ok<VoiceView>, ProblemHttpResult>> Read(Id<Voice> voiceId, Db db, TimeProvider clock, CancellationToken ct) =>
        await db.VoiceNow(voiceId, clock.Now, ct) is { } voice ? TypedResults.Ok(voice) : Problem.NotFound;

    private static async Task<Results<Ok<VoiceCaseList>, ProblemHttpResult>> Cases(Id<Voice> voiceId, CurrentAgent agent, Db db, CancellationToken ct) =>
        await db.CasesBehind(voiceId, agent, Most, ct) is { } list ? TypedResults.Ok(list) : Problem.NotFound;

    internal static ProblemHttpResult Explain(VoiceRefusal why) => why switch
    {
        VoiceRefusal.Unknown or VoiceRefusal.UnknownCase or VoiceRefusal.UnknownIncident => Problem.NotFound,
        VoiceRefusal.SameVoice => Problem.Invalid("/into", "A voice is merged into another one."),
        VoiceRefusal.MergedElsewhere => Problem.Of(409, "merged", "It was merged into another voice.", "Go on with that one, or take the two apart first."),
        VoiceRefusal.NotMerged => Problem.Of(409, "not-merged", "It stands by itself."),
        VoiceRefusal.NotBehindIt => Problem.NotFound,
    };
}
