using Madoguchi.Cases;
using Madoguchi.Cases.Translating;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Learning.Drafting;

public static class DraftingEndpoint
{
    public static void MapDrafting(this IEndpointRouteBuilder agents) => agents.MapGet("/cases/{caseId:id}/article-draft", Prepare).WithName("prepareArticleDraft")
        .WithSummary("An article and a canned text prepared from a solved case, without names; nothing of it is kept until it is put as a draft").ProducesProblem(409);

    private static async Task<Results<Ok<PreparedDraft>, ProblemHttpResult>> Prepare(Id<Case> caseId, CurrentAgent agent, Db db, TranslationClient engine, CancellationToken ct) =>
        (await db.PrepareDraft(caseId, agent, ct)).Refused(out var why, out var draft) ? Explain(why) : TypedResults.Ok(await engine.InBoth(draft, ct));

    private static ProblemHttpResult Explain(LessonRefusal why) => why switch
    {
        LessonRefusal.Unknown => Problem.NotFound,
        LessonRefusal.NotSolved => Problem.Of(409, "not-solved", "Nothing is known yet that would help others.", "Propose a solution first."),
    };
}
