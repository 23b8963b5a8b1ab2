using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Learning.Helping;

/// <param name="Near">Not all of the words stand in it: it is only like what was asked.</param>
public sealed record HelpFound(string Slug, Bilingual Title, string? Product, string Excerpt, bool Near, string Url);

public sealed record HelpList(IReadOnlyList<HelpFound> Articles);

/// <summary>The help centre for programs, such as a widget of the house's own: without a key, as often as stories may be told.</summary>
public static class HelpEndpoint
{
    private const int Longest = 200;
    private const int Most = 20;

    public static void MapHelp(this IEndpointRouteBuilder api) =>
        api.MapGet("/help", Find).WithName("searchHelp").WithSummary("Public articles with these words, the title before the text; where there is none, those that are like them").RequireRateLimiting(Limits.Searches).ProducesProblem(422).ProducesProblem(429);

    private static async Task<Results<Ok<HelpList>, ProblemHttpResult>> Find(string? q, string? lang, Db db, BaseAddress address, CancellationToken ct)
    {
        if (q is not null && (q.Length > Longest || !PlainText.IsStorable(q)))
            return Problem.Invalid("q", $"At most {Longest} characters.");
        var t = Tongue.Of(lang ?? "ja");
        if (string.IsNullOrWhiteSpace(q))
            return TypedResults.Ok(new HelpList([]));
        return TypedResults.Ok(new HelpList([.. (await db.HelpIndex(ct)).Search(q, t, Most).Select(h => new HelpFound(h.Slug, h.Title, h.Product, h.Excerpt.Text, h.Near, address.Of($"/help/{h.Slug}?lang={t.Code}")))]));
    }
}
