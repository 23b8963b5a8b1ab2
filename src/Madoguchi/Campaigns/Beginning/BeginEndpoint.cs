using System.Globalization;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Campaigns.Beginning;

public static class BeginEndpoint
{
    public static void MapBeginning(this IEndpointRouteBuilder api)
    {
        api.MapPost("/campaigns/{slug}/registrations", Begin).WithName("beginRegistration").WithSummary("Code and address: begun, or gone on with; a confirmation code goes to the address")
            .RequireRateLimiting(Limits.Registrations).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(429);
        api.MapGet("/registrations/{registrationId:id}", Read).WithName("readRegistration").WithSummary("How it stands, for who knows its address; the mail address is masked").ProducesProblem(404);
        api.MapPost("/registrations/{registrationId:id}/mail", SendAgain).WithName("resendRegistrationCode").WithSummary("Another confirmation code")
            .RequireRateLimiting(Limits.Registrations).ProducesProblem(404).ProducesProblem(429);
    }

    private static async Task<Results<Accepted<RegistrationView>, ProblemHttpResult>> Begin(
        string slug, Body<NewRegistration> body, IdempotencyKey once, HttpContext http, CodeGuesses guesses, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        using var guess = await guesses.Next(slug, http.Connection.RemoteIpAddress, ct);
        if (!guess.MayTry)
            return CodeGuesses.TooMany;
        var (now, asked) = (clock.Now, new Attempt(slug, body.Value));
        var result = await writes.WriteOnce(once.For("anonymous", body.Hash), now, db => db.Begin(asked, address, now), ct);
        if (!result.Refused(out var why, out var begun))
            return TypedResults.Accepted($"/api/v1/registrations/{begun.RegistrationId}", begun);
        if (why is BeginRefusal.UnknownCode)
            guess.Failed();
        return Explain(why, asked);
    }

    private static async Task<Results<Ok<RegistrationView>, ProblemHttpResult>> Read(Id<Registration> registrationId, Db db, TimeProvider clock, CancellationToken ct) =>
        await db.Registration(registrationId, clock.Now, ct) is { } one ? TypedResults.Ok(one) : Problem.NotFound;

    private static async Task<Results<Accepted<RegistrationView>, ProblemHttpResult>> SendAgain(
        Id<Registration> registrationId, IdempotencyKey once, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce<RegistrationView, BeginRefusal>(once.For("anonymous", []), now, async db => await db.SendAgain(registrationId, address, now) is { } one ? one : BeginRefusal.Unknown, ct);
        return result.Refused(out _, out var sent) ? Problem.NotFound : TypedResults.Accepted((string?)null, sent);
    }

    private static ProblemHttpResult Explain(BeginRefusal why, Attempt asked) => why switch
    {
        BeginRefusal.Unknown => Problem.NotFound,
        BeginRefusal.NotYet => Problem.Of(409, "not-open-yet", "This campaign has not opened yet.", $"It opens at {Utc(asked.Campaign!.Opens)}.", Window(asked.Campaign)), // refused because of it
        BeginRefusal.Over => Problem.Of(409, "campaign-closed", "This campaign is closed.", $"It closed at {Utc(asked.Campaign!.Closes)}. Whoever began before then goes on with the same code and the same address.", Window(asked.Campaign)), // as above
        BeginRefusal.CodeUsed => CodeUsed(asked.UsedAt),
        BeginRefusal.Slip => Wrong("code-mistyped", "There is a slip in this code.", "Look at it once more: one sign is wrong, missing or too many."),
        BeginRefusal.UnknownCode => Wrong("code-unknown", "There is no such code in this campaign.", "Look at it once more, sign by sign; capitals, spaces and hyphens do not matter."),
    };

    internal static ProblemHttpResult CodeUsed(DateTimeOffset? usedAt) => Problem.Of(409, "code-used", "Somebody has registered with this code.",
        $"It was used at {(usedAt is { } at ? Utc(at) : "an earlier time")}. Was that you? Send the address that you used then, and go on; or have the way back mailed to it.", new Dictionary<string, object?> { ["usedAt"] = usedAt });

    private static ProblemHttpResult Wrong(string type, string title, string detail) =>
        Problem.Of(422, type, title, detail, new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { ["/code"] = [title + " " + detail] } });

    private static Dictionary<string, object?> Window(Campaign campaign) => new() { ["opens"] = campaign.Opens, ["closes"] = campaign.Closes };

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
