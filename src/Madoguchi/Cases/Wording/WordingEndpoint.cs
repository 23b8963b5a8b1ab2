using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Wording;

public static class WordingEndpoint
{
    public static void MapWording(this IEndpointRouteBuilder administrators, IEndpointRouteBuilder agents)
    {
        agents.MapGet("/wording", Read).WithName("readWording").WithSummary("The phrases by which a reply is held back or hinted at");
        administrators.MapPut("/wording/{kind}/{language}", Set).WithName("setWording").WithSummary("Sets one list: the whole of it. If-Match is honoured").ProducesProblem(412).ProducesProblem(422);
        administrators.MapDelete("/wording/{kind}/{language}", Reset).WithName("resetWording").WithSummary("The built-in list holds again");
        agents.MapGet("/desks/{slug}/glossary", ReadGlossary).WithName("readGlossary").WithSummary("The insiders' words of a desk and what they mean");
        administrators.MapPut("/desks/{slug}/glossary", SetGlossary).WithName("setGlossary").WithSummary("Sets them: the whole list, in order").ProducesProblem(422);
    }

    private static async Task<Ok<PhraseLists>> Read(Db db, CancellationToken ct) => TypedResults.Ok(await db.PhraseViews(ct));

    private static async Task<Results<Ok<PhraseListView>, ProblemHttpResult>> Set(string kind, string language, Body<PhraseChange> body, HttpRequest request, Writes writes, CancellationToken ct)
    {
        if (Kind(kind) is not { } known || !BuiltInPhrases.Languages.Contains(language))
            return Problem.NotFound;
        return await writes.Write(db => db.SetPhrases(known, language, body.Value.Phrases, DeskEndpoint.IfMatch(request)), ct) is { } view ? TypedResults.Ok(view)
            : Problem.Of(412, "changed-since", "Somebody else has changed this list meanwhile.", "Read it again and decide anew.");
    }

    private static async Task<Results<Ok<PhraseListView>, ProblemHttpResult>> Reset(string kind, string language, Writes writes, CancellationToken ct)
    {
        if (Kind(kind) is not { } known || !BuiltInPhrases.Languages.Contains(language))
            return Problem.NotFound;
        await writes.Write(db => db.BuiltInAgain(known, language), ct);
        return TypedResults.Ok(PhraseListView.Of(known, language, null));
    }

    private static async Task<Results<Ok<GlossaryList>, ProblemHttpResult>> ReadGlossary(string slug, Db db, CancellationToken ct) =>
        await db.GlossaryOf(slug, ct) is { } glossary ? TypedResults.Ok(glossary) : Problem.NotFound;

    private static async Task<Results<Ok<GlossaryList>, ProblemHttpResult>> SetGlossary(string slug, Body<GlossaryList> body, Writes writes, CancellationToken ct) =>
        await writes.Write(db => db.SetGlossary(slug, body.Value), ct) is { } glossary ? TypedResults.Ok(glossary) : Problem.NotFound;

    /// <summary>As it stands in addresses: <c>sendsAway</c>.</summary>
    public static PhraseKind? Kind(string name) => Enum.GetValues<PhraseKind>().Where(k => Name(k) == name).Select(k => (PhraseKind?)k).FirstOrDefault();

    public static string Name(PhraseKind kind) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
