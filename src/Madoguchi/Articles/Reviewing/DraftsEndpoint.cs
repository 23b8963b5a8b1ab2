using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Articles.Reviewing;

/// <param name="Reason">Why it was given back.</param>
/// <param name="Version">Changes with the words; for If-Match.</param>
public sealed record DraftView(string Slug, Bilingual Title, Bilingual Text, bool Public, string? Product, DraftState State, string By, DateTimeOffset ChangedAt, string? Reason, string Version)
{
    public static DraftView Of(ArticleDraft draft) =>
        new(draft.Slug, draft.Title, draft.Text, draft.IsPublic, draft.Product, draft.State, draft.ByName, draft.ChangedAt, draft.Reason, Versions.Of(draft.Words));
}

public sealed record DraftList(IReadOnlyList<DraftView> Drafts);

/// <param name="Publish">False: back to its writer, with a reason.</param>
public sealed record DraftDecision(bool Publish, string? Reason = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Reason is null ? Publish ? [] : [("/reason", "Whoever wrote it wants to know why.")] : Checks.Words("/reason", Reason, 2_000);
}

/// <param name="Article">As everybody reads it now; missing when it was given back.</param>
public sealed record DraftDecided(ArticleView? Article = null, DraftView? Draft = null);

public static class DraftsEndpoint
{
    private const string One = "/articles/{slug}/draft";

    public static void MapDrafts(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/article-drafts", async (Db db, CancellationToken ct) => TypedResults.Ok(new DraftList([.. (await db.AllDrafts(ct)).Select(DraftView.Of)])))
            .WithName("listArticleDrafts").WithSummary("Articles that are being written, those that wait for a second reader first");
        agents.MapGet(One, Read).WithName("readArticleDraft").WithSummary("The draft of an article");
        agents.MapPut(One, Write).WithName("putArticleDraft").WithSummary("Writes a draft, of a new article or of a change; everybody may. If-Match is honoured").ProducesProblem(412).ProducesProblem(422);
        agents.MapDelete(One, Drop).WithName("dropArticleDraft").WithSummary("Throws a draft away: its writer, or a supervisor").ProducesProblem(403);
        agents.MapPost("/articles/{slug}/review", Ask).WithName("askForReview").WithSummary("Asks a second person to read the draft");
        agents.MapPost("/articles/{slug}/decision", Decide).WithName("decideArticleDraft").WithSummary("Publishes the draft, or gives it back: a second person, or a supervisor").ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Results<Ok<DraftView>, ProblemHttpResult>> Read(string slug, Db db, CancellationToken ct) =>
        await db.Draft(slug, ct) is { } draft ? TypedResults.Ok(DraftView.Of(draft)) : Problem.NotFound;

    private static async Task<Results<Ok<DraftView>, ProblemHttpResult>> Write(string slug, Body<ArticleWords> body, CurrentAgent agent, HttpContext http, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (!ArticleWords.IsSlug(slug))
            return Problem.Invalid("/slug", "In the address: up to 60 of a-z, 0-9 and hyphens.");
        var (now, expected) = (clock.Now, DeskEndpoint.IfMatch(http.Request));
        var result = await writes.Write(db => db.WriteDraft(slug, body.Value, agent, expected, asks: false, from: null, now), ct);
        return result.Refused(out var why, out var draft) ? Explain(why) : TypedResults.Ok(DraftView.Of(draft));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Drop(string slug, CurrentAgent agent, Writes writes, CancellationToken ct) =>
        (await writes.Write(db => db.DropDraft(slug, agent), ct)).Refused(out var why, out _) ? Explain(why) : TypedResults.NoContent();

    private static async Task<Results<Ok<DraftView>, ProblemHttpResult>> Ask(string slug, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce<DraftView, DraftRefusal>(once.For($"agent {agent.Id}", []), now, async db => (await db.AskForReview(slug, now)).Refused(out var no, out var draft) ? no : DraftView.Of(draft), ct);
        return result.Refused(out var why, out var asked) ? Explain(why) : TypedResults.Ok(asked);
    }

    private static async Task<Results<Ok<DraftDecided>, ProblemHttpResult>> Decide(string slug, Body<DraftDecision> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce<DraftDecided, DraftRefusal>(once.For($"agent {agent.Id}", body.Hash), now, async db =>
        {
            if (body.Value.Publish)
                return (await db.Publish(slug, agent, now)).Refused(out var no, out var article) ? no : new DraftDecided(ArticleView.Of(article));
            return (await db.ReturnDraft(slug, body.Value.Reason ?? "", agent)).Refused(out var not, out var draft) ? not : new DraftDecided(Draft: DraftView.Of(draft));
        }, ct);
        return result.Refused(out var why, out var decided) ? Explain(why) : TypedResults.Ok(decided);
    }

    private static ProblemHttpResult Explain(DraftRefusal why) => why switch
    {
        DraftRefusal.Unknown => Problem.NotFound,
        DraftRefusal.ChangedMeanwhile => Problem.Of(412, "changed-since", "Somebody else has changed this draft meanwhile.", "Read it again and decide anew."),
        DraftRefusal.OwnDraft => Problem.Of(403, "own-draft", "A second person reads what one has written.", "Ask a colleague, or a supervisor."),
        DraftRefusal.NotAsked => Problem.Of(409, "not-asked", "Nobody has asked for this draft to be read.", "Its writer asks for a review first."),
        DraftRefusal.ReasonMissing => Problem.Invalid("/reason", "Whoever wrote it wants to know why."),
    };
}
