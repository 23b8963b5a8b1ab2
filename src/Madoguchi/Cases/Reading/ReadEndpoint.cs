using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Reading;

/// <param name="Entry">The newest entry that was on the screen.</param>
public sealed record ReadMarked(int Entry) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Entry < 0 ? [("/entry", "An entry number is needed.")] : [];
}

public static class ReadEndpoint
{
    public static void MapReading(this IEndpointRouteBuilder callers) =>
        callers.MapPut("/cases/{caseId:id}/read", Mark).WithName("markRead").WithSummary("How far the caller has read; only ever moves on").ProducesProblem(422);

    private static async Task<Results<Ok<ReadUpTo>, ProblemHttpResult>> Mark(
        Id<Case> caseId, Body<ReadMarked> body, Caller caller, Writes writes, Signals signals, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.Write(db => db.MarkRead(caseId, caller, body.Value.Entry, now), ct);
        if (result.Refused(out _, out var read))
            return Problem.NotFound;
        signals.Send(ReadMapping.Told(caseId, caller, read));
        return TypedResults.Ok(read);
    }
}
