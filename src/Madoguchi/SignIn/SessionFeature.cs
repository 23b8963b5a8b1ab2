using System.Security.Claims;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Madoguchi.SignIn;

/// <summary>An agent's session: a cookie that names the agent and the stamp of their password. Who they are is looked up at each request:
/// whoever has left, or has changed the password elsewhere, is out at once.</summary>
public static class SessionFeature
{
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);
    private const string Stamp = "stamp";
    private const string Number = "session";

    public static void Set(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "madoguchi";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = Length;
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = Admit;
        cookie.Events.OnRedirectToLogin = AskToSignIn;
        cookie.Events.OnRedirectToAccessDenied = context => ShutDoorsPage.RefuseAgent(context.HttpContext);
    }

    public static async Task Begin(this HttpContext http, Account account)
    {
        var services = http.RequestServices;
        var session = new Session { Id = Id<Session>.New(), AgentId = new(account.Id), StartedAt = services.GetRequiredService<TimeProvider>().Now };
        await services.GetRequiredService<Writes>().Write(db => db.BeginSession(session), http.RequestAborted);
        await http.SignInAsync(Doors.Session, new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, account.Id.ToString("D")), new(Stamp, account.SecurityStamp ?? ""), new(Number, session.Id.ToString())], Doors.Session)));
    }

    /// <summary>Over for good: the cookie is taken back, and a copy of it opens nothing.</summary>
    public static async Task End(this HttpContext http, CurrentAgent agent)
    {
        if (Id<Session>.TryParse(http.User.FindFirstValue(Number), null, out var session))
            await http.RequestServices.GetRequiredService<Writes>().Write(db => db.EndSession(session, agent.Id), http.RequestAborted);
        await http.SignOutAsync(Doors.Session);
    }

    /// <summary>Where to go after signing in: a path of ours, or nothing.</summary>
    public static string? Local(string? then) =>
        then is ['/', ..] && !then.StartsWith("//", StringComparison.Ordinal) && !then.Contains('\\', StringComparison.Ordinal) && then.All(c => c is > ' ' and < '\u007F')
            && !then.StartsWith("/sign-", StringComparison.Ordinal) ? then : null;

    private static async Task Admit(CookieValidatePrincipalContext context)
    {
        var (http, who) = (context.HttpContext, context.Principal);
        var (stamp, clock) = (who?.FindFirstValue(Stamp) ?? "", http.RequestServices.GetRequiredService<TimeProvider>());
        _ = Id<Session>.TryParse(who?.FindFirstValue(Number), null, out var session);
        var agent = Guid.TryParse(who?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && stamp.Length > 0
            ? await http.RequestServices.GetRequiredService<Db>().AgentOfSession(id, stamp, session, clock.Now, http.RequestAborted) : null;
        if (agent is null)
        {
            context.RejectPrincipal();
            return;
        }

        http.Features.Set(agent);
        http.Features.Set(new Caller(agent, async (db, ct) => await db.AgentOfSession(id, stamp, session, clock.Now, ct) is not null));
    }

    // A person is shown the door; a script is told that it is shut.
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var then = HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString : "/desk";
        response.Redirect("/sign-in?then=" + Uri.EscapeDataString(then));
        return Task.CompletedTask;
    }
}
