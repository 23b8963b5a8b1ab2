using System.Globalization;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Describing;

/// <summary>What is left out stays as it is. An empty product or problem is taken away.</summary>
public sealed record Description(string? Subject = null, string? Product = null, string? Problem = null, string? Language = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Checks.Line("/subject", Subject), .. Checks.Line("/product", Product is "" ? null : Product), .. Checks.Line("/problem", Problem is "" ? null : Problem),
        .. Checks.Language("/language", Language),
    ];

    public Described Words => new(Clean(Subject), Clean(Product), Clean(Problem), Language);

    private static string? Clean(string? line) => line is null ? null : PlainText.Clean(line);
}

public static class DescriptionEndpoint
{
    public static void MapDescriptions(this IEndpointRouteBuilder agents) =>
        agents.MapPut("/cases/{caseId:id}/description", Describe).WithName("describeCase")
            .WithSummary("Subject, product, problem, language; If-Match with the case's ETag guards against a colleague's change").ProducesProblem(412).ProducesProblem(422);

    private static async Task<Results<Ok<Recorded>, ProblemHttpResult>> Describe(
        Id<Case> caseId, Body<Description> body, HttpRequest request, HttpResponse response, Caller caller, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, match) = (clock.Now, request.Headers.IfMatch.ToString());
        var seen = match is "" or "*" ? null : Seen(match);
        var result = await writes.Write(db => db.Describe(caseId, caller, body.Value.Words, seen, now), ct);
        if (result.Refused(out var why, out var recorded))
            return Explain(why);
        response.Headers.ETag = $"\"{recorded.Entry}\"";
        return TypedResults.Ok(recorded);
    }

    // What is no ETag of ours matches nothing (RFC 9110): any description at all is then in the way.
    private static int? Seen(string match) => int.TryParse(match.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var entry) ? entry : -1;

    public static ProblemHttpResult Explain(DescriptionRefusal why) => why switch
    {
        DescriptionRefusal.Unknown => Problem.NotFound,
        DescriptionRefusal.WithAnotherDesk => MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk),
        DescriptionRefusal.ChangedSince => Problem.Of(412, "changed-since", "A colleague has described the case anew meanwhile.", "Read it again, then decide."),
    };
}
