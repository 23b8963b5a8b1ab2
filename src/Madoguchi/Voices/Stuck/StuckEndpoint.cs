using System.Globalization;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Voices.Stuck;

public static class StuckEndpoint
{
    public const int Usual = 90;
    private const int Longest = 366;

    public static void MapStuck(this IEndpointRouteBuilder agents) =>
        agents.MapGet("/voices/stuck", Read).WithName("readStuck").WithSummary("Where customers get stuck, for whoever designs the product: steps not understood or not working, error texts, quotes without names").ProducesProblem(422);

    private static async Task<Results<Ok<StuckReport>, ProblemHttpResult>> Read(string? days, Db db, TimeProvider clock, CancellationToken ct) =>
        Days(days) is { } asked ? TypedResults.Ok(await db.WhereStuck(asked, clock.Now, ct)) : Problem.Invalid("days", $"1 to {Longest}.");

    public static int? Days(string? asked) =>
        string.IsNullOrEmpty(asked) ? Usual : int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= Longest ? days : null;
}
