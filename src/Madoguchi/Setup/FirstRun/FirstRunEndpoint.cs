using Madoguchi.Desks;
using Madoguchi.Setup.Settings;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.FirstRun;

public static class FirstRunEndpoint
{
    public static void MapFirstRun(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/setup").WithFormTokens().ExcludeFromDescription();
        pages.MapGet("", Open);
        pages.MapPost("", Furnish).RequireRateLimiting(Limits.SignIns);
    }

    private static async Task<IResult> Open(HttpContext http, FirstRunFeature first, string? code, CancellationToken ct) =>
        await first.IsNeeded(ct) ? Page(http, new Filled(new Dictionary<string, string> { ["code"] = code ?? "", ["slug"] = "support", ["languages"] = Tongue.Asked(http).Code }), []) : TypedResults.LocalRedirect("/sign-in");

    private static async Task<IResult> Furnish(HttpContext http, FirstRunFeature first, Writes writes, UserManager<Account> accounts, IPasswordHasher<Account> hasher, TimeProvider clock, CancellationToken ct)
    {
        if (!await first.IsNeeded(ct))
            return TypedResults.LocalRedirect("/sign-in");
        var (filled, t, now) = (await http.Request.Filled(ct), Tongue.Asked(http), clock.Now);
        var desk = new NewDesk(filled.Of("slug"), filled.Of("desk"), filled.Words("languages"), Reception: true);
        var agent = new NewAgent(filled.Of("name"), filled.Of("email"), [desk.Slug], desk.Languages, AgentRole.Administrator);
        var errors = Filled.Errors(agent).Concat(desk.Errors().Select(e => KeyValuePair.Create(e.Pointer == "/name" ? "desk" : e.Pointer.Split('/')[1], e.Why)))
            .GroupBy(e => e.Key).ToDictionary(e => e.Key, e => e.First().Value);
        if (!first.Knows(filled.Of("code")))
            errors["code"] = "This is not the code in the log.";
        var password = filled.Fields.GetValueOrDefault("password", "");
        if (password.Length is < Passwords.Shortest or > PlainText.Line)
            errors["password"] = $"At least {Passwords.Shortest} characters.";
        if (errors.Count > 0)
            return Page(http, filled, errors);

        var hash = hasher.HashPassword(new Account(), password);
        if (await writes.Write(db => db.FurnishFirst(desk, agent, hash, now), ct) is not { } id)
            return TypedResults.LocalRedirect("/sign-in");
        await http.Begin((await accounts.FindByIdAsync(id.ToString()))!); // made just now
        return TypedResults.LocalRedirect("/settings/desks?first=1");
    }

    private static RazorComponentResult<FirstRunPage> Page(HttpContext http, Filled filled, Dictionary<string, string> errors) =>
        new(new { T = Tongue.Asked(http), Token = http.FormToken(), filled.Fields, Errors = (IReadOnlyDictionary<string, string>)errors }) { StatusCode = errors.Count > 0 ? 422 : 200 };
}

public static class FirstRunMapping
{
    extension(Db db)
    {
        /// <summary>The first desk and its administrator, or nothing if somebody was faster.</summary>
        public async Task<Id<Agent>?> FurnishFirst(NewDesk desk, NewAgent agent, string hash, DateTimeOffset now)
        {
            if (await db.Agents.AnyAsync(CancellationToken.None))
                return null;
            await db.MakeDesk(desk); // a desk of that slug may stand already; then the administrator sits there
            if ((await db.MakeAgent(agent, now)).Refused(out _, out var made))
                return null;
            await db.SetPassword(made.AgentId, hash);
            return made.AgentId;
        }
    }
}
