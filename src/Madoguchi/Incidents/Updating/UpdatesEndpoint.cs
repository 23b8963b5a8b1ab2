using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Updating;

public static class UpdatesEndpoint
{
    private const string All = "/incidents/{incidentId:id}/updates";
    private const string One = All + "/{updateId:id}";

    public static void MapUpdates(this IEndpointRouteBuilder agents)
    {
        agents.MapPost(All, Say).WithName("updateIncident").WithSummary("Progress, once, for everybody affected and for the public page; for ten seconds it can be called off").ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        agents.MapPost("/incidents/{incidentId:id}/resolution", Resolve).WithName("resolveIncident").WithSummary("It is over: everybody affected is told, and asked whether it works again").ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        agents.MapGet(All, List).WithName("listIncidentUpdates").WithSummary("Who said what when, and how many it reached; the newest first").ProducesProblem(404);
        agents.MapGet(All + "/preview", Preview).WithName("previewIncidentUpdate").WithSummary("How many would be told, and by what; with the words as they would be read").ProducesProblem(404).ProducesProblem(409);
        agents.MapGet(One + "/recipients", Recipients).WithName("readIncidentRecipients").WithSummary("What became of each of them").ProducesProblem(404);
        agents.MapDelete(One, CallOff).WithName("callOffIncidentUpdate").WithSummary("Calls it off, as long as nothing has gone out").ProducesProblem(404).ProducesProblem(409);
        agents.MapPost(One + "/cancellation", Cancel).WithName("cancelIncidentUpdate").WithSummary("The same, for those who cannot send DELETE").ProducesProblem(404).ProducesProblem(409);
    }

    private static Task<Results<Created<UpdateMade>, ProblemHttpResult>> Say(
        Id<Incident> incidentId, Body<NewUpdate> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct) =>
        Announce(incidentId, new(body.Value.Text, body.Value.State, body.Value.Because), once.For($"agent {agent.Id}", body.Hash), agent, writes, clock.Now, ct);

    private static Task<Results<Created<UpdateMade>, ProblemHttpResult>> Resolve(
        Id<Incident> incidentId, Body<NewResolution> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct) =>
        Announce(incidentId, new(body.Value.Text, IncidentState.Resolved, body.Value.Because, body.Value.Remedy, body.Value.Amount), once.For($"agent {agent.Id}", body.Hash), agent, writes, clock.Now, ct);

    private static async Task<Results<Created<UpdateMade>, ProblemHttpResult>> Announce(Id<Incident> id, Progress asked, OnceKey? once, CurrentAgent agent, Writes writes, DateTimeOffset now, CancellationToken ct)
    {
        if (asked.Remedy is { } slug && !PlainText.IsStorable(slug))
            return Explain(UpdateRefusal.UnknownRemedy);
        var result = await writes.WriteOnce(once, now, db => db.Announce(id, asked, agent, now), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Created($"/api/v1/incidents/{id}/updates/{made.UpdateId}/recipients", made);
    }

    private static async Task<Results<Ok<UpdateList>, ProblemHttpResult>> List(Id<Incident> incidentId, Db db, CancellationToken ct) =>
        await db.Incidents.AnyAsync(i => i.Id == incidentId, ct) ? TypedResults.Ok(new UpdateList(await db.UpdatesOf(incidentId, null, ct))) : Problem.NotFound;

    private static async Task<Results<Ok<UpdatePreview>, ProblemHttpResult>> Preview(Id<Incident> incidentId, string? ja, string? en, PaceSettings pace, Db db, CancellationToken ct)
    {
        var text = Bilingual.Of(PlainText.IsStorable(ja ?? "") ? ja : null, PlainText.IsStorable(en ?? "") ? en : null);
        if (await db.PreviewUpdate(incidentId, text, pace, ct) is not { } preview)
            return Problem.NotFound;
        return text is not null && await db.HoldsBackFromAll(text) is { } held ? Explain(held) : TypedResults.Ok(preview);
    }

    private static async Task<Results<Ok<ReachedList>, ProblemHttpResult>> Recipients(Id<Incident> incidentId, Id<IncidentUpdate> updateId, int? after, CurrentAgent agent, Db db, CancellationToken ct) =>
        await db.RecipientsOf(incidentId, updateId, after ?? 0, agent, ct) is { } list ? TypedResults.Ok(list) : Problem.NotFound;

    private static async Task<Results<Ok<UpdateView>, ProblemHttpResult>> CallOff(Id<Incident> incidentId, Id<IncidentUpdate> updateId, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.Write(db => db.CallOff(incidentId, updateId, now), ct)).Refused(out var why, out var view) ? Explain(why) : TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<UpdateView>, ProblemHttpResult>> Cancel(Id<Incident> incidentId, Id<IncidentUpdate> updateId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.CallOff(incidentId, updateId, now), ct)).Refused(out var why, out var view) ? Explain(why) : TypedResults.Ok(view);
    }

    internal static ProblemHttpResult Explain(UpdateRefusal why) => why switch
    {
        UpdateRefusal.Unknown => Problem.NotFound,
        UpdateRefusal.NeedsApproval => Problem.Of(403, "needs-approval", "What you write waits for a second person; what everybody reads at once is written by somebody else."),
        UpdateRefusal.IsResolved => Problem.Of(409, "resolved", "It is resolved, or is being resolved now.", "POST …/reopening says that it is not over. A word without a state can be said at any time."),
        UpdateRefusal.NotResolved => Problem.Of(409, "not-resolved", "It is not resolved."),
        UpdateRefusal.UnknownRemedy => Problem.Invalid("/remedy", "There is no such remedy. GET /api/v1/remedies has those that there are."),
        UpdateRefusal.HasNoAmount => Problem.Invalid("/amount", "This remedy has no amount: leave it out."),
        UpdateRefusal.Declines => Problem.Of(409, "finding-needed", "This text says no.", "A denial rests on a finding, case by case. Where it is none, send it again with because: it is kept with the update."),
        UpdateRefusal.SendsAway => Problem.Of(409, "sends-away", "This text sends people away.", "Write what happened and what becomes of it. Where it has to be said all the same, send it again with because: it is kept with the update."),
        UpdateRefusal.Merged => Problem.Of(409, "merged", "It was merged into another incident, which speaks for both."),
        UpdateRefusal.TooLate => Problem.Of(409, "too-late", "It has gone out already."),
    };
}
