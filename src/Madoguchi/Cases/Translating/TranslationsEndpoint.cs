using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Translating;

/// <param name="Language">Into which language.</param>
/// <param name="From">The original's.</param>
/// <param name="Text">Made by a machine; the original is the entry.</param>
/// <param name="Error">Why there is none yet.</param>
public sealed record TranslationView(int Entry, string Language, string From, string? Text, string? Error);

public sealed record TranslationList(IReadOnlyList<TranslationView> Translations);

/// <param name="Text">What the agent has written, in a language of theirs.</param>
public sealed record ToTranslate(string Text) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Words("/text", Text);
}

/// <param name="Language">The customer's.</param>
/// <param name="Text">Made by a machine: to be read before it is sent as <c>translation</c> of a message. Nothing when there is none.</param>
/// <param name="Error">Why there is none: <c>off</c>, or what the engine said.</param>
public sealed record TranslatedReply(string Language, string? Text, string? Error);

public static class TranslationsEndpoint
{
    public static void MapTranslations(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/cases/{caseId:id}/translations", Read).WithName("readTranslations").WithSummary("What a machine makes of the words that those in charge cannot read");
        agents.MapPost("/cases/{caseId:id}/translations", Translate).WithName("translateReply").WithSummary("A reply in the customer's language, by machine; nothing is kept and nothing sent").ProducesProblem(422);
    }

    private static async Task<Results<Ok<TranslationList>, ProblemHttpResult>> Read(Id<Case> caseId, CurrentAgent agent, Db db, CancellationToken ct)
    {
        if (!await db.Cases.VisibleTo(agent, db).AnyAsync(c => c.Id == caseId, ct))
            return Problem.NotFound;
        var all = await db.Translations.AsNoTracking().Where(t => t.CaseId == caseId && (t.Text != null || t.Error != null)).OrderBy(t => t.Number).ToListAsync(ct);
        return TypedResults.Ok(new TranslationList([.. all.Select(t => new TranslationView(t.Number, t.Language, t.From, t.Text, t.Error))]));
    }

    private static async Task<Results<Ok<TranslatedReply>, ProblemHttpResult>> Translate(Id<Case> caseId, Body<ToTranslate> body, CurrentAgent agent, Db db, TranslationClient engine, CancellationToken ct)
    {
        var language = await db.Cases.VisibleTo(agent, db).Where(c => c.Id == caseId).Select(c => c.Language).SingleOrDefaultAsync(ct);
        return language is null ? Problem.NotFound : TypedResults.Ok(await engine.Reply(body.Value.Text, agent, language, ct));
    }

    /// <summary>Never in the way: what fails says so, and the reply goes out as it was written.</summary>
    public static async Task<TranslatedReply> Reply(this TranslationClient engine, string text, CurrentAgent agent, string language, CancellationToken ct)
    {
        var to = Reading.Primary(language);
        if (!engine.IsOn)
            return new(to, null, "off");
        try
        {
            return new(to, await engine.Translate(text, agent.Languages.Count > 0 ? Reading.Primary(agent.Languages[0]) : "auto", to, ct), null);
        }
        catch (TranslationClient.FailedException failed)
        {
            return new(to, null, failed.Message);
        }
    }
}
