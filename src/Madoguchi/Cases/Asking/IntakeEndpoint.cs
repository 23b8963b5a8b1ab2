using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Asking;

public static class IntakeEndpoint
{
    public static void MapIntake(this IEndpointRouteBuilder administrators, IEndpointRouteBuilder agents)
    {
        agents.MapGet("/desks/{slug}/questions", Read).WithName("readIntake").WithSummary("What a desk asks at intake");
        administrators.MapPut("/desks/{slug}/questions", Replace).WithName("setIntake").WithSummary("Sets what a desk asks: the whole list, in order").ProducesProblem(422);
    }

    private static async Task<Results<Ok<Intake>, ProblemHttpResult>> Read(string slug, Db db, CancellationToken ct) =>
        await db.Intake(slug, ct) is { } intake ? TypedResults.Ok(intake) : Problem.NotFound;

    private static async Task<Results<Ok<Intake>, ProblemHttpResult>> Replace(string slug, Body<Intake> body, Writes writes, CancellationToken ct) =>
        await writes.Write(db => db.SetIntake(slug, body.Value), ct) is { } intake ? TypedResults.Ok(intake) : Problem.NotFound;
}
