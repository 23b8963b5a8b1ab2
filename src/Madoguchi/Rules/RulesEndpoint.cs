using System.Globalization;
using Madoguchi.Desks;
using Madoguchi.Rules.Broken;
using Madoguchi.Rules.Keeping;
using Madoguchi.Rules.Telling;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Rules;

public static class RulesEndpoint
{
    private const int PageSize = 100;
    private const int Largest = 500;
    private const string One = "/rules/{ruleId:id}";

    public static void MapRules(this IEndpointRouteBuilder agents, IEndpointRouteBuilder administrators)
    {
        administrators.MapPost("/rules", Make).WithName("makeRule").WithSummary("A rule about the products' events: A is followed by B within T, B never without A before, or at most one A, for the same key").ProducesProblem(422);
        administrators.MapPost("/rules/preview", Preview).WithName("previewRule").WithSummary("What a rule would have found in the last days; nothing is kept").ProducesProblem(422);
        administrators.MapPut(One, Change).WithName("putRule").WithSummary("Sets a rule: the whole of it; a retired one is in use again. If-Match is honoured").ProducesProblem(412).ProducesProblem(422);
        administrators.MapDelete(One, Retire).WithName("retireRule").WithSummary("Takes a rule out of use; what it has found stays").ProducesProblem(412);
        agents.MapGet("/rules", List).WithName("listRules").WithSummary("All rules, with how many each is broken for now");
        agents.MapGet(One, Read).WithName("readRule").WithSummary("A rule, and how many it is broken for now");
        agents.MapGet(One + "/broken", Broken).WithName("listBroken").WithSummary("Everyone for whom the rule is broken now, the first hit first").ProducesProblem(422);
        agents.MapTellings();
    }

    private static async Task<Results<Created<RuleMade>, ProblemHttpResult>> Make(Body<NewRule> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.MakeRule(body.Value, agent, now), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Created($"/api/v1/rules/{made.RuleId}", made);
    }

    private static async Task<Ok<RulePreview>> Preview(Body<NewRule> body, Db db, TimeProvider clock, CancellationToken ct) => TypedResults.Ok(await db.PreviewRule(body.Value, clock.Now, ct));

    private static async Task<Results<Ok<RuleMade>, ProblemHttpResult>> Change(Id<Rule> ruleId, Body<NewRule> body, CurrentAgent agent, HttpContext http, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, expected) = (clock.Now, Expected(http));
        var result = await writes.Write(db => db.ChangeRule(ruleId, body.Value, agent, expected, now), ct);
        if (result.Refused(out var why, out var made))
            return Explain(why);
        http.Response.Headers.ETag = $"\"{made.Version}\"";
        return TypedResults.Ok(made);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Retire(Id<Rule> ruleId, HttpContext http, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, expected) = (clock.Now, Expected(http));
        return (await writes.Write(db => db.RetireRule(ruleId, expected, now), ct)).Refused(out var why, out _) ? Explain(why) : TypedResults.NoContent();
    }

    private static async Task<Ok<RuleList>> List(Db db, CancellationToken ct) => TypedResults.Ok(new RuleList(await db.RulesNow(ct)));

    private static async Task<Results<Ok<RuleView>, ProblemHttpResult>> Read(Id<Rule> ruleId, HttpContext http, Db db, CancellationToken ct)
    {
        if (await db.RuleNow(ruleId, ct) is not { } rule)
            return Problem.NotFound;
        http.Response.Headers.ETag = $"\"{rule.Version}\"";
        return TypedResults.Ok(rule);
    }

    private static async Task<Results<Ok<BrokenList>, ProblemHttpResult>> Broken(Id<Rule> ruleId, string? cursor, string? limit, CurrentAgent agent, Db db, CancellationToken ct)
    {
        var after = cursor is null ? null : BrokenCursor.Read(cursor);
        if (cursor is not null && after is null)
            return Problem.Invalid("cursor", "This is not a cursor of ours: leave it out to begin anew.");
        var atMost = limit is null ? PageSize : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is >= 1 and <= Largest ? asked : 0;
        if (atMost == 0)
            return Problem.Invalid("limit", $"1 to {Largest}.");
        return await db.Rules.AnyAsync(r => r.Id == ruleId, ct) ? TypedResults.Ok(await db.BrokenNow(ruleId, agent, after, atMost, ct)) : Problem.NotFound;
    }

    private static int? Expected(HttpContext http) => DeskEndpoint.IfMatch(http.Request) is { } tag ? int.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1 : null;

    private static ProblemHttpResult Explain(RuleRefusal why) => why switch
    {
        RuleRefusal.Unknown => Problem.NotFound,
        RuleRefusal.ChangedMeanwhile => Problem.Of(412, "changed-since", "Somebody else has changed this rule meanwhile.", "Read it again and decide anew."),
    };
}
