using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Voices.Likeness;

public static class LikenessEndpoint
{
    public static void MapLikeness(this IEndpointRouteBuilder agents) =>
        agents.MapGet("/voices/like", Like).WithName("likeVoices").WithSummary("Voices that say what a case or a title says, the likest first: look before you draw a new one").ProducesProblem(404).ProducesProblem(422);

    private static async Task<Results<Ok<LikeVoices>, ProblemHttpResult>> Like(Id<Case>? caseId, string? title, CurrentAgent agent, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (title is not null && (title.Length > PlainText.Line || !PlainText.IsStorable(title)))
            return Problem.Invalid("title", $"At most {PlainText.Line} characters.");
        return await db.VoicesLike(caseId, title, agent, clock.Now, ct) is { } like ? TypedResults.Ok(like) : Problem.NotFound;
    }
}
