using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Rules.Telling;

public static class TellingsEndpoint
{
    private const string All = "/rules/{ruleId:id}/tellings";
    private const string One = All + "/{tellingId:id}";

    public static void MapTellings(this IEndpointRouteBuilder agents)
    {
        agents.MapPost(All, Tell).WithName("tellHit").WithSummary("Tells everyone hit who was not told yet, each once; supervisors only").ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
        agents.MapGet(All, List).WithName("listTellings").WithSummary("Who told what when, and how many it reached; the newest first");
        agents.MapGet(One, Read).WithName("readTelling").WithSummary("What became of each recipient");
        agents.MapDelete(One, CallOff).WithName("callOffTelling").WithSummary("Calls it off, as long as nothing has gone out").ProducesProblem(403).ProducesProblem(409);
    }

    private static async Task<Results<Created<TellingMade>, ProblemHttpResult>> Tell(
        Id<Rule> ruleId, Body<NewTelling> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.TellRule(ruleId, body.Value, agent, now), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Created($"/api/v1/rules/{ruleId}/tellings/{made.TellingId}", made);
    }

    private static async Task<Results<Ok<TellingList>, ProblemHttpResult>> List(Id<Rule> ruleId, Db db, CancellationToken ct) =>
        await db.Rules.AnyAsync(r => r.Id == ruleId, ct) ? TypedResults.Ok(new TellingList(await db.TellingsOf(ruleId, null, ct))) : Problem.NotFound;

    private static async Task<Results<Ok<RecipientList>, ProblemHttpResult>> Read(Id<Rule> ruleId, Id<RuleTelling> tellingId, CurrentAgent agent, Db db, CancellationToken ct) =>
        await db.RecipientsOf(ruleId, tellingId, agent, ct) is { } list ? TypedResults.Ok(list) : Problem.NotFound;

    private static async Task<Results<Ok<TellingView>, ProblemHttpResult>> CallOff(Id<Rule> ruleId, Id<RuleTelling> tellingId, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.Write(db => db.CallOff(ruleId, tellingId, agent, now), ct)).Refused(out var why, out var view) ? Explain(why) : TypedResults.Ok(view);
    }

    private static ProblemHttpResult Explain(TellRefusal why) => why switch
    {
        TellRefusal.Unknown => Problem.NotFound,
        TellRefusal.ForSupervisors => Problem.Of(403, "for-supervisors", "Everyone hit is told by supervisors."),
        TellRefusal.UnknownDesk => Problem.Invalid("/desk", "There is no such desk."),
        TellRefusal.UnknownRemedy => Problem.Invalid("/remedy", "There is no such remedy."),
        TellRefusal.NobodyLeft => Problem.Of(409, "nobody-left", "Everyone hit has been told, or is being told now."),
        TellRefusal.Declines => Problem.Of(409, "finding-needed", "This text says no.", "A denial rests on a finding, case by case. Whoever is hit by a fault of ours is told what becomes of it."),
        TellRefusal.SendsAway => Problem.Of(409, "sends-away", "This text sends people away.", "Whoever is told before they ask is not sent elsewhere: write what happened and what becomes of it."),
        TellRefusal.TooLate => Problem.Of(409, "too-late", "It has gone out already."),
    };
}
