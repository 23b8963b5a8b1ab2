using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Thanks.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Thanks.Giving;

/// <param name="Score">1 (very bad) to 5 (very good).</param>
/// <param name="Agents">Who is thanked by name: names as the customer reads them, or ids, of those who helped in this case.</param>
public sealed record NewThanks(int Score, string? Text = null, IReadOnlyList<string>? Agents = null) : IChecked
{
    public const int Longest = 2_000;
    public const int Most = 20;

    public IEnumerable<(string Pointer, string Why)> Errors()
    {
        if (Score is < CaseThanks.Lowest or > CaseThanks.Highest)
            yield return ("/score", $"{CaseThanks.Lowest} to {CaseThanks.Highest}.");
        if (Text?.Length > Longest)
            yield return ("/text", $"At most {Longest} characters; this has {Text.Length}.");
        if (Agents?.Count > Most)
            yield return ("/agents", $"At most {Most}.");
        foreach (var error in (Agents ?? []).Take(Most).SelectMany((a, i) => a is null ? [($"/agents/{i}", "A name or an id is needed.")] : Checks.Line($"/agents/{i}", a)))
            yield return error;
    }
}

/// <param name="Entry">The number on the timeline.</param>
/// <param name="ChangeableUntil">Sent again until then, it takes this one's place.</param>
public sealed record ThanksGiven(int Score, string? Text, IReadOnlyList<ThankedAgent> Agents, int Entry, DateTimeOffset ChangeableUntil);

public static class ThanksEndpoint
{
    private const string Path = "/cases/{caseId:id}/thanks";

    public static void MapGiving(this IEndpointRouteBuilder callers)
    {
        callers.MapPost(Path, Give).WithName("giveThanks").WithSummary("The customer's word after it was solved, once a case").ProducesProblem(409).ProducesProblem(422);
        callers.MapGet(Path, Read).WithName("readThanks").WithSummary("What was said, and who can be thanked by name");
        callers.MapDelete(Path, Withdraw).WithName("withdrawThanks").WithSummary("The customer takes it back");
    }

    private static async Task<Results<Created<ThanksGiven>, ProblemHttpResult>> Give(
        Id<Case> caseId, Body<NewThanks> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, named) = (clock.Now, new Names(body.Value.Agents ?? []));
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.GiveThanks(caseId, caller, body.Value.Score, body.Value.Text, named, now), ct);
        return result.Refused(out var why, out var given) ? Explain(why, named) : TypedResults.Created((string?)null, given);
    }

    private static async Task<Results<Ok<ThanksView>, ProblemHttpResult>> Read(Id<Case> caseId, Caller caller, Db db, TimeProvider clock, CancellationToken ct) =>
        await db.ThanksOf(caseId, caller, clock.Now, ct) is { } view ? TypedResults.Ok(view) : Problem.NotFound;

    private static async Task<Results<NoContent, ProblemHttpResult>> Withdraw(Id<Case> caseId, Caller caller, Writes writes, TimeProvider clock, CancellationToken ct) =>
        (await writes.Write(db => db.WithdrawThanks(caseId, caller, clock.Now), ct)).Refused(out _, out _) ? Problem.NotFound : TypedResults.NoContent();

    private static ProblemHttpResult Explain(ThanksRefusal why, Names named) => why switch
    {
        ThanksRefusal.Unknown => Problem.NotFound,
        ThanksRefusal.NotSolved => Problem.Of(409, "not-solved", "The case is not solved.", "Thanks can be given after the customer has confirmed a solution."),
        ThanksRefusal.TooLate => Problem.Of(409, "thanked", "Thanks were given for this case.", "They can be changed for a day, and taken back as long as the case opens."),
        ThanksRefusal.UnknownAgent => Problem.Invalid($"/agents/{named.Unknown}", "Nobody of this name has helped in this case. GET the thanks: \"helped\" has the names and ids."),
    };
}
