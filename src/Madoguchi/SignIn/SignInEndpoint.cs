using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.SignIn;

public static class SignInEndpoint
{
    // A hash of no password: an unknown address costs as much time as a known one.
    private static readonly string Nobody = new PasswordHasher<Account>().HashPassword(new Account(), Secret.New(""));

    /// <summary>The room's pages, and its part of the API.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/v1").WithRefusals().RequireAuthorization(Doors.Administrator).MapPasswords();
        var pages = app.MapGroup("").WithFormTokens().ExcludeFromDescription();
        pages.MapGet("/sign-in", (HttpContext http, string? then) => Page(http, then));
        pages.MapPost("/sign-in", SignIn).RequireRateLimiting(Limits.SignIns);
        pages.MapPost("/sign-out", SignOut).RequireAuthorization(Doors.Workspace);
    }

    private static RazorComponentResult<SignInPage> Page(HttpContext http, string? then, string? email = null, SignInRefusal? refused = null, DateTimeOffset? until = null) =>
        new(new { T = Tongue.Asked(http), Then = SessionFeature.Local(then), Email = email, Refused = refused, Until = until, Token = http.FormToken() })
        {
            StatusCode = refused is null ? 200 : 422,
        };

    private static async Task<IResult> SignIn(
        [FromForm] string? email, [FromForm] string? password, [FromForm] string? then, HttpContext http, Db db, Writes writes, UserManager<Account> accounts, TimeProvider clock, CancellationToken ct)
    {
        var address = (email ?? "").Trim();
        if (address.Length is 0 or > PlainText.Line || !PlainText.IsStorable(address) || password is not { Length: > 0 and <= PlainText.Line })
            return Page(http, then, address, SignInRefusal.Wrong);

        var attempt = await writes.Write(db => db.CountAttempt(address, clock.Now), ct);
        if (attempt.LockedUntil is { } until)
            return Page(http, then, address, SignInRefusal.Locked, until);
        var account = await accounts.FindByIdAsync(attempt.AccountId.ToString());
        // An agent who has left knows a password still; it opens nothing.
        if (!await Right(account, password, accounts) || await db.AgentOfStamp(attempt.AccountId, account!.SecurityStamp ?? "", ct) is null) // right: there is an account
            return Page(http, then, address, SignInRefusal.Wrong);

        await writes.Write(db => db.ForgetAttempts(attempt.AccountId), ct);
        await http.Begin(account!); // a right password has an account
        return TypedResults.LocalRedirect(SessionFeature.Local(then) ?? "/desk");
    }

    private static async Task<bool> Right(Account? account, string password, UserManager<Account> accounts)
    {
        if (account?.PasswordHash is not null)
            return await accounts.CheckPasswordAsync(account, password);
        accounts.PasswordHasher.VerifyHashedPassword(new Account(), Nobody, password);
        return false;
    }

    private static async Task<RedirectHttpResult> SignOut(HttpContext http, CurrentAgent me)
    {
        await http.End(me);
        return TypedResults.LocalRedirect("/sign-in");
    }
}

public enum SignInRefusal { Wrong, Locked }
