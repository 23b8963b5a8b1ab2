using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Guides.Puzzling;

public static class PuzzlingEndpoint
{
    public static void MapPuzzling(this IEndpointRouteBuilder agents) =>
        agents.MapGet("/guides/unclear", List).WithName("listUnclearSteps").WithSummary("Steps that people did not understand, with what they said: for whoever writes guides and designs products");

    private static async Task<Ok<PuzzlingList>> List(Db db, CancellationToken ct) => TypedResults.Ok(new PuzzlingList(await db.PuzzlingSteps(ct)));
}
