using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Drafting;

/// <param name="Text">As far as it is typed; an empty one takes the draft away.</param>
/// <param name="Purpose">A reply when missing. Customers write no notes.</param>
public sealed record HalfTyped(string Text, Purpose Purpose = Purpose.Reply) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
        Text.Length > PlainText.Story ? [("/text", $"At most {PlainText.Story} characters; this has {Text.Length}.")] : [];
}

public static class DraftEndpoint
{
    private const string Path = "/cases/{caseId:id}/draft";

    public static void MapDrafts(this IEndpointRouteBuilder callers)
    {
        callers.MapPut(Path, Keep).WithName("keepDraft").WithSummary("Keeps half-typed text; one a case, writer and purpose").ProducesProblem(422);
        callers.MapGet(Path, Read).WithName("readDraft").WithSummary("The caller's own half-typed text").ProducesProblem(422);
        callers.MapDelete(Path, Forget).WithName("forgetDraft").WithSummary("Takes the draft away").ProducesProblem(422);
    }

    private static async Task<Results<Ok<KeptDraft>, ProblemHttpResult>> Keep(
        Id<Case> caseId, Body<HalfTyped> body, Caller caller, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, typed) = (clock.Now, body.Value);
        if (caller.Customer is not null && typed.Purpose is Purpose.Note)
            return Problem.Invalid("/purpose", "reply.");
        var result = await writes.Write(db => db.KeepDraft(caseId, caller, typed.Purpose, typed.Text, now), ct);
        return result.Refused(out _, out var kept) ? Problem.NotFound : TypedResults.Ok(kept);
    }

    private static async Task<Results<Ok<KeptDraft>, NoContent, ProblemHttpResult>> Read(
        Id<Case> caseId, string? purpose, Caller caller, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (Named(purpose, caller) is not { } named)
            return Problem.Invalid("purpose", "reply or note.");
        if (!await db.Cases.VisibleTo(caller, db, clock.Now).AnyAsync(c => c.Id == caseId, ct))
            return Problem.NotFound;
        return await db.DraftOf(caseId, caller, named, ct) is { } draft ? TypedResults.Ok(draft) : TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Forget(
        Id<Case> caseId, string? purpose, Caller caller, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (Named(purpose, caller) is not { } named)
            return Problem.Invalid("purpose", "reply or note.");
        if (!await db.Cases.VisibleTo(caller, db, clock.Now).AnyAsync(c => c.Id == caseId, ct))
            return Problem.NotFound;
        await writes.Write(write => write.ForgetDraft(caseId, caller, named), ct);
        return TypedResults.NoContent();
    }

    private static Purpose? Named(string? purpose, Caller caller) => purpose switch
    {
        null or "reply" => Purpose.Reply,
        "note" when caller.Agent is not null => Purpose.Note,
        _ => null,
    };
}
