using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Tagging;

/// <param name="Tags">All of them; what is not here is taken away.</param>
public sealed record Words(IReadOnlyList<string> Tags) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Tags.Count > CaseTag.AtMost
        ? [("/tags", $"At most {CaseTag.AtMost} tags.")]
        : Tags.SelectMany((t, i) => Checks.Line($"/tags/{i}", t, CaseTag.Longest).Concat(Folding.Fold(t).Length == 0 ? [($"/tags/{i}", "A word is needed.")] : [])).DistinctBy(e => e.Pointer);

    public IReadOnlyList<string> Clean => [.. Tags.Select(PlainText.Clean)];
}

/// <param name="Entry">The case's last entry now.</param>
public sealed record TagsNow(IReadOnlyList<string> Tags, int Entry);

/// <param name="Cases">How many of those that the agent may see carry it.</param>
public sealed record KnownTag(string Tag, int Cases);

public sealed record KnownTags(IReadOnlyList<KnownTag> Tags);

public static class TagsEndpoint
{
    public static void MapTags(this IEndpointRouteBuilder agents)
    {
        agents.MapPut("/cases/{caseId:id}/tags", Tag).WithName("tagCase").WithSummary("The words that the case carries, all of them; If-Match guards against a colleague's change")
            .ProducesProblem(412).ProducesProblem(422);
        agents.MapGet("/tags", List).WithName("listTags").WithSummary("Tags of the cases that this agent may see, the most used first; q narrows").ProducesProblem(422);
    }

    private static async Task<Results<Ok<TagsNow>, ProblemHttpResult>> Tag(
        Id<Case> caseId, Body<Words> body, HttpContext http, Caller caller, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, seen) = (clock.Now, Version.Seen(http.Request));
        var result = await writes.Write(db => db.Tag(caseId, caller, body.Value.Clean, seen, now), ct);
        if (result.Refused(out var why, out var tags))
            return Version.Explain(why);
        http.Response.Headers.ETag = $"\"{tags.Entry}\"";
        return TypedResults.Ok(tags);
    }

    private static async Task<Results<Ok<KnownTags>, ProblemHttpResult>> List(string? q, CurrentAgent agent, Db db, CancellationToken ct) =>
        q is not null && (q.Length > PlainText.Line || !PlainText.IsStorable(q)) ? Problem.Invalid("q", $"At most {PlainText.Line} characters.") : TypedResults.Ok(new KnownTags(await db.KnownTags(q, agent, ct)));
}
