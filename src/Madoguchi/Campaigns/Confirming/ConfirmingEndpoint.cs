using System.Globalization;
using Madoguchi.Campaigns.Beginning;
using Madoguchi.Customers;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Campaigns.Confirming;

/// <param name="ConfirmationCode">Of the mail, as it may be typed.</param>
public sealed record Confirmation(string ConfirmationCode) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Words("/confirmationCode", ConfirmationCode, 40);
}

public sealed record UsedCode(string Code) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Line("/code", Code);
}

/// <summary>The same, whether there was somebody to write to or not.</summary>
public sealed record OwnerAsked(bool Accepted);

public enum ReminderRefusal { None }

public static class ConfirmingEndpoint
{
    public static void MapConfirming(this IEndpointRouteBuilder api)
    {
        api.MapPost("/registrations/{registrationId:id}/confirmation", Confirm).WithName("confirmRegistration").WithSummary("The code of the mail: complete, with reward and receipt")
            .RequireRateLimiting(Limits.Registrations).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(429);
        api.MapPost("/campaigns/{slug}/reminders", Remind).WithName("remindOwner").WithSummary("A used code: the way back goes by mail to whoever used it; the answer is always the same")
            .RequireRateLimiting(Limits.Registrations).ProducesProblem(422).ProducesProblem(429);
    }

    private static async Task<Results<Ok<RegistrationView>, ProblemHttpResult>> Confirm(
        Id<Registration> registrationId, Body<Confirmation> body, IdempotencyKey once, NumberSupply numbers, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        var (now, asked) = (clock.Now, new Finish(registrationId, body.Value.ConfirmationCode, await numbers.Next(ct), RegistrationsMapping.FreshReceipt()));
        var result = await writes.WriteOnce(once.For("anonymous", body.Hash), now, db => db.Confirm(asked, address, now), ct);
        return result.Refused(out var why, out var done) ? Explain(why, asked) : TypedResults.Ok(done);
    }

    private static async Task<Results<Accepted<OwnerAsked>, ProblemHttpResult>> Remind(
        string slug, Body<UsedCode> body, IdempotencyKey once, HttpContext http, CodeGuesses guesses, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        using var guess = await guesses.Next(slug, http.Connection.RemoteIpAddress, ct);
        if (!guess.MayTry)
            return CodeGuesses.TooMany;
        var now = clock.Now;
        await writes.WriteOnce<OwnerAsked, ReminderRefusal>(once.For("anonymous", body.Hash), now, async db =>
        {
            await db.RemindOwner(slug, body.Value.Code, address, now);
            return new OwnerAsked(true);
        }, ct);
        return TypedResults.Accepted((string?)null, new OwnerAsked(true));
    }

    private static ProblemHttpResult Explain(ConfirmRefusal why, Finish asked) => why switch
    {
        ConfirmRefusal.Unknown => Problem.NotFound,
        ConfirmRefusal.Released => Problem.Of(409, "released", "This registration has been taken back, and its code is free again.", "Begin again, or write to us."),
        ConfirmRefusal.CodeUsed => BeginEndpoint.CodeUsed(asked.UsedAt),
        ConfirmRefusal.TooLate => Problem.Of(409, "too-late", "It can no longer be finished by itself.",
            $"That was possible until {asked.Campaign!.FinishBy.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}. You began in time: write to us, and it is looked into."), // refused because of it
        ConfirmRefusal.WrongCode => Problem.Of(422, "wrong-code", "This is not the code, or it is too old.", "A code is good for 15 minutes and five tries. Ask for another one.",
            new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { ["/confirmationCode"] = ["This is not the code, or it is too old."] } }),
    };
}
