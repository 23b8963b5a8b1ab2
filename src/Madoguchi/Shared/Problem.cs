using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Shared;

/// <summary>Refusals on the wire: RFC 9457. The last part of <c>type</c> is what a program switches on.</summary>
public static class Problem
{
    public const string ContentType = "application/problem+json";
    public const string Urn = "urn:madoguchi:problem:";

    public static ProblemHttpResult Of(int status, string type, string title, string? detail = null, IDictionary<string, object?>? more = null) =>
        TypedResults.Problem(detail, null, status, title, Urn + type, more);

    /// <summary>Unknown, foreign, or the wrong kind of key: the same answer, so that nothing can be learned from it.</summary>
    public static ProblemHttpResult NotFound { get; } = Of(404, "not-found", "There is nothing here for this key.");

    public static ProblemHttpResult Unauthorized { get; } = Of(401, "unauthorized", "A valid key or token is needed.", "Send it as: Authorization: Bearer <key or token>");

    public static ProblemHttpResult Invalid(string at, string why) => Invalid(new Dictionary<string, string[]> { [at] = [why] });

    /// <param name="errors">What is wrong, by JSON pointer (RFC 6901).</param>
    public static ProblemHttpResult Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        Of(422, "invalid", "Something in the body is not right.", string.Join(" ", errors.Select(e => $"{e.Key}: {string.Join(" ", e.Value)}")),
            new Dictionary<string, object?> { ["errors"] = errors });

    public static ProblemHttpResult MalformedBody(string why) => Of(400, "malformed", "The body cannot be read.", why);
}
