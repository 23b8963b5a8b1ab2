using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Drawing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Adding;

public static class AddingEndpoint
{
    public static void MapAdding(this IEndpointRouteBuilder agents)
    {
        agents.MapPost(VoicesEndpoint.One + "/news", Add).WithName("addVoiceNews").WithSummary("New information on a voice: what, how to make it happen, versions, devices").ProducesProblem(404).ProducesProblem(422);
        agents.MapGet(VoicesEndpoint.One + "/news", List).WithName("listVoiceNews").WithSummary("What was learned about a voice, the newest first");
        agents.MapPut(VoicesEndpoint.One, Change).WithName("putVoice").WithSummary("What a voice is called, its kind, product and error text").ProducesProblem(422);
        agents.MapPut(VoicesEndpoint.One + "/cases/{caseId:id}/quote", Quote).WithName("putVoiceQuote").WithSummary("Words a case's quote anew, or hides it; without either, it is chosen by itself again").ProducesProblem(422);
    }

    private static async Task<Results<Created<NewsMade>, ProblemHttpResult>> Add(Id<Voice> voiceId, Body<NewNews> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.AddNews(voiceId, body.Value, agent, now), ct);
        return result.Refused(out var why, out var made) ? VoicesEndpoint.Explain(why) : TypedResults.Created($"/api/v1/voices/{voiceId}/news", made);
    }

    private static async Task<Results<Ok<NewsList>, ProblemHttpResult>> List(Id<Voice> voiceId, CurrentAgent agent, Db db, CancellationToken ct) =>
        await db.Voices.AnyAsync(v => v.Id == voiceId, ct) ? TypedResults.Ok(new NewsList(await db.NewsOf(voiceId, agent, ct))) : Problem.NotFound;

    private static async Task<Results<Ok<VoiceStands>, ProblemHttpResult>> Change(Id<Voice> voiceId, Body<VoiceChange> body, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.Write(db => db.ChangeVoice(voiceId, body.Value, agent, now), ct)).Refused(out var why, out var stands) ? VoicesEndpoint.Explain(why) : TypedResults.Ok(stands);
    }

    private static async Task<Results<Ok<QuoteNow>, ProblemHttpResult>> Quote(Id<Voice> voiceId, Id<Case> caseId, Body<QuoteChange> body, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.Write(db => db.ChangeQuote(voiceId, caseId, body.Value, agent, now), ct)).Refused(out var why, out var quote) ? VoicesEndpoint.Explain(why) : TypedResults.Ok(quote);
    }
}
