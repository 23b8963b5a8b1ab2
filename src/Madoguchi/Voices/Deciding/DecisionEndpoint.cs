using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Deciding;

public static class DecisionEndpoint
{
    private const string Voice = "/voices/{voiceId:id}";
    private const string All = Voice + "/decisions";
    private const string One = All + "/{decisionId:id}";

    public static void MapDeciding(this IEndpointRouteBuilder agents)
    {
        agents.MapPost(Voice + "/decision", Decide).WithName("decideVoice").WithSummary("Decides a voice: planned, fixed or wontFix. Everyone behind it is told ten seconds later, each once; the reason stays in the house").ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
        agents.MapGet(Voice + "/decision/preview", Preview).WithName("previewDecision").WithSummary("Who would be told now; nothing is written");
        agents.MapGet(All, List).WithName("listDecisions").WithSummary("What was decided, by whom, and how many were told; the newest first");
        agents.MapGet(One, Read).WithName("readDecision").WithSummary("What became of each recipient");
        agents.MapDelete(One, CallOff).WithName("callOffDecision").WithSummary("Calls it off, as long as nobody has been told").ProducesProblem(403).ProducesProblem(409);
        agents.MapPost(One + "/rest", TellTheRest).WithName("tellRest").WithSummary("Tells whoever came to stand behind the voice since; who was told hears nothing twice").ProducesProblem(403);
        agents.MapDeciders();
        agents.MapDecisionTexts();
    }

    private static async Task<Results<Created<DecisionMade>, ProblemHttpResult>> Decide(
        Id<Voice> voiceId, Body<NewDecision> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.Decide(voiceId, body.Value, agent, now), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Created($"/api/v1/voices/{made.VoiceId}/decisions/{made.DecisionId}", made);
    }

    private static async Task<Results<Ok<WouldTell>, ProblemHttpResult>> Preview(Id<Voice> voiceId, Db db, CancellationToken ct) =>
        await db.Voices.AnyAsync(v => v.Id == voiceId, ct) ? TypedResults.Ok(await db.WouldTellOf(voiceId, ct)) : Problem.NotFound;

    private static async Task<Results<Ok<DecisionList>, ProblemHttpResult>> List(Id<Voice> voiceId, Db db, CancellationToken ct) =>
        await db.Voices.AnyAsync(v => v.Id == voiceId, ct) ? TypedResults.Ok(new DecisionList(await db.DecisionsOf(voiceId, null, ct), await db.DraftsOf(voiceId, ct))) : Problem.NotFound;

    private static async Task<Results<Ok<ToldList>, ProblemHttpResult>> Read(Id<Voice> voiceId, Id<Decision> decisionId, CurrentAgent agent, Db db, CancellationToken ct) =>
        await db.ToldOf(voiceId, decisionId, agent, ct) is { } list ? TypedResults.Ok(list) : Problem.NotFound;

    private static async Task<Results<Ok<DecisionView>, ProblemHttpResult>> CallOff(Id<Voice> voiceId, Id<Decision> decisionId, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.Write(db => db.CallOffDecision(voiceId, decisionId, agent, now), ct)).Refused(out var why, out var view) ? Explain(why) : TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<RestTold>, ProblemHttpResult>> TellTheRest(Id<Voice> voiceId, Id<Decision> decisionId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.TellTheRest(voiceId, decisionId, agent, now), ct)).Refused(out var why, out var told) ? Explain(why) : TypedResults.Ok(told);
    }

    internal static ProblemHttpResult Explain(DecideRefusal why) => why switch
    {
        DecideRefusal.Unknown => Problem.NotFound,
        DecideRefusal.NeedsApproval => Problem.Of(403, "needs-approval", "What you write waits for a second person; what everybody reads at once is written by somebody else."),
        DecideRefusal.NotYours => Problem.Of(403, "not-yours-to-decide", "Somebody else decides this voice.", "Once somebody is named, they decide, or a supervisor or administrator does."),
        DecideRefusal.SendsAway => Problem.Of(409, "sends-away", "This text sends people away.", "Everyone behind the voice reads it: write what was decided, and send nobody elsewhere."),
        DecideRefusal.TooLate => Problem.Of(409, "too-late", "It has gone out already.", "A later decision tells everyone again."),
    };
}
