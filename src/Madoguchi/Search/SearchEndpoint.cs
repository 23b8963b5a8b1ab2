using System.Globalization;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Search;

public static class SearchEndpoint
{
    public static void AddSearch(this IServiceCollection services) => services.AddSingleton<EntryWork, SearchFollower>().AddHostedService<RelearningFollower>();

    public static void MapSearch(this IEndpointRouteBuilder agents) =>
        agents.MapGet("/search", Search).WithName("searchCases").WithSummary("Cases by the words of their entries, newest first, and customers by number, name or address").ProducesProblem(422);

    private static async Task<Results<Ok<Hits>, ProblemHttpResult>> Search(string? q, string? limit, string? cursor, CurrentAgent agent, Db db, CancellationToken ct)
    {
        if (Number(limit, SearchMapping.Usual) is not (>= 1 and <= SearchMapping.AtMost and var atMost))
            return Problem.Invalid("limit", $"A number from 1 to {SearchMapping.AtMost}.");
        if (Number(cursor, long.MaxValue) is not (> 0 and var before))
            return Problem.Invalid("cursor", "Not the cursor of an earlier answer.");
        if (!Sought.IsUsable(q))
            return Problem.Invalid("q", $"Something to look for is needed, at most {Sought.Longest} characters.");
        return TypedResults.Ok(await db.Search(q!, agent, ct, (int)atMost, cursor is null ? null : before)); // usable: not null
    }

    private static long? Number(string? text, long otherwise) =>
        text is null ? otherwise : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
