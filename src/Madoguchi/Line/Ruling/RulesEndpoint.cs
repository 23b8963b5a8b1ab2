using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Line.Ruling;

public static class RulesEndpoint
{
    private const string Path = "/desks/{slug}/line/settings";

    public static void MapRules(this IEndpointRouteBuilder administrators, IEndpointRouteBuilder agents)
    {
        agents.MapGet(Path, Read).WithName("readLineSettings").WithSummary("The desk's own ways with its line").ProducesProblem(404);
        administrators.MapPut(Path, Set).WithName("setLineSettings").WithSummary("Whether turns are offered, how long the front is kept, how often we call, how many may choose an hour").ProducesProblem(404).ProducesProblem(422);
    }

    private static async Task<Results<Ok<LineRules>, ProblemHttpResult>> Read(string slug, Db db, CancellationToken ct) =>
        await db.LineRules(slug, ct) is { } rules ? TypedResults.Ok(rules) : Problem.NotFound;

    private static async Task<Results<Ok<LineRules>, ProblemHttpResult>> Set(string slug, Body<LineRules> body, Writes writes, CancellationToken ct) =>
        await writes.Write(db => db.RuleLine(slug, body.Value), ct) is { } rules ? TypedResults.Ok(rules) : Problem.NotFound;
}
