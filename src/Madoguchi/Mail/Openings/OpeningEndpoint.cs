using Madoguchi.Customers;
using Madoguchi.Mail.Proving;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Mail.Openings;

/// <param name="Number">A customer number, as it may be typed.</param>
public sealed record NumberToOpen(string Number) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => CustomerNumber.TryParse(Number, out _) ? [] : [("/number", "This is no customer number: there is a slip in it.")];
}

public static class OpeningEndpoint
{
    // Whether there was a letter to write shall not show in how long the answer took.
    private static readonly TimeSpan Always = TimeSpan.FromMilliseconds(250);

    public static void MapOpenings(this IEndpointRouteBuilder api)
    {
        api.MapPost("/openings", Ask).WithName("requestOpening").WithSummary("A code goes to the verified address behind a customer number, if there is one: the answer is always the same")
            .RequireRateLimiting(Limits.Codes).ProducesProblem(422).ProducesProblem(429);
        api.MapPost("/openings/{openingId:id}/code", Open).WithName("openCases").WithSummary("With the code: one's own cases, each with a token").RequireRateLimiting(Limits.Codes).ProducesProblem(422).ProducesProblem(429);
    }

    private static async Task<Results<Accepted<OpeningAsked>, ProblemHttpResult>> Ask(Body<NumberToOpen> body, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Accepted((string?)null, await writes.AskToOpen(CustomerNumber.Parse(body.Value.Number), once.For("anonymous", body.Hash), clock, ct));

    private static async Task<Results<Ok<OwnCases>, ProblemHttpResult>> Open(
        Id<MailCode> openingId, Body<TypedCode> body, IdempotencyKey once, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For("anonymous", body.Hash), now, db => db.OpenByCode(openingId, body.Value.Code, address, now), ct);
        return result.Refused(out _, out var own) ? ProvingEndpoint.Explain(ProofRefusal.WrongCode) : TypedResults.Ok(own);
    }

    /// <summary>Asked for, in the time that it always takes.</summary>
    public static async Task<OpeningAsked> AskToOpen(this Writes writes, CustomerNumber number, OnceKey? once, TimeProvider clock, CancellationToken ct)
    {
        var (now, pause) = (clock.Now, Task.Delay(Always, clock, ct));
        var result = await writes.WriteOnce<OpeningAsked, OpeningRefusal>(once, now, async db => await db.AskToOpen(number, now), ct);
        await pause;
        return result.Refused(out _, out var asked) ? throw new InvalidOperationException("Asking is never refused.") : asked;
    }
}
