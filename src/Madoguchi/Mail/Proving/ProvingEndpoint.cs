using Madoguchi.Cases;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Mail.Proving;

public sealed record MailWish(string Email) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => MailAddress.Of(Email) is null ? [("/email", "A mail address is needed.")] : [];
}

public sealed record TypedCode(string Code) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Words("/code", Code, 40);
}

public static class ProvingEndpoint
{
    public static void MapProving(this IEndpointRouteBuilder callers)
    {
        callers.MapPost("/cases/{caseId:id}/mail-address", Ask).WithName("requestMailCode").WithSummary("The customer wants answers by mail: a code goes to the address").ProducesProblem(422).RequireRateLimiting(Limits.Codes);
        callers.MapPost("/cases/{caseId:id}/mail-address/code", Prove).WithName("verifyMailAddress").WithSummary("The code of the mail: the address is the customer's own").ProducesProblem(422).RequireRateLimiting(Limits.Codes);
    }

    private static async Task<Results<Accepted<CodeOnItsWay>, ProblemHttpResult>> Ask(
        Id<Case> caseId, Body<MailWish> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.AskForCode(caseId, caller, body.Value.Email, now), ct);
        return result.Refused(out var why, out var asked) ? Explain(why) : TypedResults.Accepted((string?)null, asked);
    }

    private static async Task<Results<Ok<AddressProven>, ProblemHttpResult>> Prove(
        Id<Case> caseId, Body<TypedCode> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), now, db => db.ProveAddress(caseId, caller, body.Value.Code, now), ct);
        return result.Refused(out var why, out var proven) ? Explain(why) : TypedResults.Ok(proven);
    }

    public static ProblemHttpResult Explain(ProofRefusal why) => why switch
    {
        ProofRefusal.Unknown => Problem.NotFound,
        ProofRefusal.WrongCode => Problem.Of(422, "wrong-code", "This is not the code, or it is too old.", "A code is good for 15 minutes and five tries. Ask for another one.",
            new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { ["/code"] = ["This is not the code, or it is too old."] } }),
    };
}
