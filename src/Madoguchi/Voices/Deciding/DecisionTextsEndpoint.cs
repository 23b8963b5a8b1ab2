using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Voices.Deciding;

public static class DecisionTextsEndpoint
{
    private const int LongestSlug = 60;

    public static void MapDecisionTexts(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/decision-texts", async (Db db, CancellationToken ct) => TypedResults.Ok(new DecisionTextList(await db.AllDecisionTexts(ct), DecisionWords.Names)))
            .WithName("listDecisionTexts").WithSummary("Texts to decide with, such as an honest no");
        agents.MapPut("/decision-texts/{slug}", Set).WithName("setDecisionText").WithSummary("Writes such a text anew; supervisors and administrators").ProducesProblem(403).ProducesProblem(422);
        agents.MapDelete("/decision-texts/{slug}", Reset).WithName("resetDecisionText").WithSummary("Back to the built-in text; one of the house's own is gone").ProducesProblem(403).ProducesProblem(404);
    }

    private static async Task<Results<Ok<DecisionTextView>, ProblemHttpResult>> Set(string slug, Body<NewDecisionText> body, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (!agent.SeesAll)
            return ForSupervisors;
        if (!IsSlug(slug))
            return Problem.NotFound;
        var now = clock.Now;
        return TypedResults.Ok(await writes.Write(db => db.SetDecisionText(slug, body.Value, agent, now), ct));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Reset(string slug, CurrentAgent agent, Writes writes, CancellationToken ct)
    {
        if (!agent.SeesAll)
            return ForSupervisors;
        return PlainText.IsStorable(slug) && await writes.Write(db => db.ResetDecisionText(slug), ct) ? TypedResults.NoContent() : Problem.NotFound;
    }

    public static bool IsSlug(string slug) => slug.Length is > 0 and <= LongestSlug && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static ProblemHttpResult ForSupervisors { get; } = Problem.Of(403, "for-supervisors", "Supervisors and administrators write these texts.");
}
