using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Canned;

public sealed record CannedTextList(IReadOnlyList<CannedTextView> CannedTexts);

public sealed record ExpandedTextList(IReadOnlyList<ExpandedText> CannedTexts);

public static class CannedTextsEndpoint
{
    private const int Longest = 200;
    private const string One = "/canned-texts/{cannedTextId:id}";

    public static void MapCannedTexts(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/canned-texts", List).WithName("listCannedTexts").WithSummary("Canned texts: one's own, one's desks', and those for all desks");
        agents.MapPost("/canned-texts", Make).WithName("makeCannedText").WithSummary("A new canned text; for a desk by supervisors, one's own by anybody").ProducesProblem(403).ProducesProblem(422);
        agents.MapPatch(One, Change).WithName("changeCannedText").WithSummary("Changes what is named. If-Match is honoured").ProducesProblem(403).ProducesProblem(412).ProducesProblem(422);
        agents.MapDelete(One, Delete).WithName("deleteCannedText").WithSummary("Takes a canned text away").ProducesProblem(403);
        agents.MapGet("/cases/{caseId:id}/canned-texts", Expanded).WithName("readCannedTexts").WithSummary("What fits this case, with its variables filled in").ProducesProblem(422);
    }

    private static async Task<Ok<CannedTextList>> List(CurrentAgent agent, Db db, CancellationToken ct) => TypedResults.Ok(new CannedTextList(await db.CannedTextsOf(agent, ct)));

    private static async Task<Results<Created<CannedTextView>, ProblemHttpResult>> Make(Body<NewCannedText> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), clock.Now, db => db.MakeCannedText(body.Value, agent), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Created((string?)null, made);
    }

    private static async Task<Results<Ok<CannedTextView>, ProblemHttpResult>> Change(Id<CannedText> cannedTextId, Body<CannedTextChange> body, CurrentAgent agent, HttpContext http, Writes writes, CancellationToken ct)
    {
        var result = await writes.Write(db => db.ChangeCannedText(cannedTextId, body.Value, DeskEndpoint.IfMatch(http.Request), agent), ct);
        if (result.Refused(out var why, out var changed))
            return Explain(why);
        http.Response.Headers.ETag = $"\"{changed.Version}\"";
        return TypedResults.Ok(changed);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(Id<CannedText> cannedTextId, CurrentAgent agent, Writes writes, CancellationToken ct) =>
        (await writes.Write(db => db.DeleteCannedText(cannedTextId, agent), ct)).Refused(out var why, out _) ? Explain(why) : TypedResults.NoContent();

    private static async Task<Results<Ok<ExpandedTextList>, ProblemHttpResult>> Expanded(Id<Case> caseId, string? q, CurrentAgent agent, Db db, CancellationToken ct) =>
        q is not null && (q.Length > Longest || !PlainText.IsStorable(q)) ? Problem.Invalid("q", $"At most {Longest} characters.")
        : await db.CannedTextsFor(caseId, agent, q, ct) is { } texts ? TypedResults.Ok(new ExpandedTextList(texts)) : Problem.NotFound;

    private static ProblemHttpResult Explain(CannedTextRefusal why) => why switch
    {
        CannedTextRefusal.Unknown => Problem.NotFound,
        CannedTextRefusal.UnknownDesk => Problem.Invalid("/desk", "There is no such desk of yours."),
        CannedTextRefusal.ForSupervisors => Problem.Of(403, "for-supervisors", "The texts of the desks are kept by supervisors.", "Your own are made with \"personal\": true."),
        CannedTextRefusal.Nobody => Problem.Invalid("/personal", "This key is no person's: it has nothing of its own."),
        CannedTextRefusal.ChangedMeanwhile => Problem.Of(412, "changed-since", "Somebody else has changed this text meanwhile.", "Read it again and decide anew."),
    };
}
