using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Guides.Finding;

/// <summary>The best first; <c>fits</c> says why.</summary>
public sealed record SuggestionList(IReadOnlyList<GuideSuggestion> Guides);

public static class SuggestingEndpoint
{
    private const int Longest = 2_000;

    public static void MapSuggesting(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/cases/{caseId:id}/guides", ForCase).WithName("suggestGuides").WithSummary("The guides that fit a case by their signs, the best first");
        agents.MapGet("/guides", List).WithName("listGuides").WithSummary("All guides, or those that fit some words: q").ProducesProblem(422);
    }

    private static async Task<Results<Ok<SuggestionList>, ProblemHttpResult>> ForCase(Id<Case> caseId, CurrentAgent agent, Db db, CancellationToken ct) =>
        await db.GuidesFor(caseId, agent, ct) is { } guides ? TypedResults.Ok(new SuggestionList(guides)) : Problem.NotFound;

    private static async Task<Results<Ok<GuideList>, ProblemHttpResult>> List(string? q, Db db, CancellationToken ct)
    {
        if (q is not null && (q.Length > Longest || !PlainText.IsStorable(q)))
            return Problem.Invalid("q", $"At most {Longest} characters.");
        var all = await db.AllGuides(ct);
        if (string.IsNullOrWhiteSpace(q))
            return TypedResults.Ok(new GuideList(all));
        var fit = await db.GuidesFor(q, null, ct);
        return TypedResults.Ok(new GuideList([.. fit.Select(f => all.First(a => a.Slug == f.Slug))]));
    }
}
