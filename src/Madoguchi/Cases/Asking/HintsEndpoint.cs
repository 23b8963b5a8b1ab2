using Madoguchi.Cases.Wording;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Asking;

/// <param name="Text">What is typed so far.</param>
public sealed record DraftText(string Text) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
        Text.Length > PlainText.Story ? [("/text", $"At most {PlainText.Story} characters; this has {Text.Length}.")] : [];
}

/// <param name="Hints">What is known already.</param>
/// <param name="Wording">Words that sigh, and insiders' words with their plain ones.</param>
public sealed record HintList(IReadOnlyList<Hint> Hints, IReadOnlyList<WordingHint> Wording);

public static class HintsEndpoint
{
    public static void MapHints(this IEndpointRouteBuilder agents) =>
        agents.MapPost("/cases/{caseId:id}/hints", Read).WithName("readHints").WithSummary("What a draft asks for although it is known, and words that could be kinder or plainer; nothing is kept").ProducesProblem(422);

    private static async Task<Results<Ok<HintList>, ProblemHttpResult>> Read(Id<Case> caseId, Body<DraftText> body, Caller caller, Db db, TimeProvider clock, CancellationToken ct) =>
        await db.HintsFor(caseId, caller, body.Value.Text, clock.Now, ct) is { } hints ? TypedResults.Ok(new HintList(hints, await db.WordingHintsFor(caseId, body.Value.Text, ct))) : Problem.NotFound;
}
