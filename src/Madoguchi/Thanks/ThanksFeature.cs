using Madoguchi.Desks;
using Madoguchi.Storage;
using Madoguchi.Thanks.Concerns;
using Madoguchi.Thanks.Giving;
using Madoguchi.Thanks.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Thanks;

public static class ThanksFeature
{
    public static void MapThanks(this IEndpointRouteBuilder callers, IEndpointRouteBuilder agents)
    {
        callers.MapGiving();
        agents.MapGet("/thanks", Praise).WithName("listThanks").WithSummary("Praise by name: mine, and my team's, newest first");
        agents.MapConcerns();
    }

    private static async Task<Ok<PraiseList>> Praise(CurrentAgent agent, Db db, CancellationToken ct) => TypedResults.Ok(await db.PraiseFor(agent, ct));
}
