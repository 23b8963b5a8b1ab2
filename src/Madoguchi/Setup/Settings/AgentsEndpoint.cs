using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Settings;

public static class AgentsEndpoint
{
    public static void MapAgentPages(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/agents", List);
        settings.MapGet("/agents/new", (HttpContext http, CurrentAgent me, Db db, CancellationToken ct) => Form(http, me, db, null, new Filled(new Dictionary<string, string> { ["languages"] = "ja" }), [], ct));
        settings.MapPost("/agents/new", Make);
        settings.MapGet("/agents/{id:id}", Open);
        settings.MapPost("/agents/{id:id}", Change);
        settings.MapPost("/agents/{id:id}/password", Password);
        settings.MapPost("/agents/{id:id}/leaving", (Id<Agent> id, HttpContext http, CurrentAgent me, Db db, Writes writes, TimeProvider clock, CancellationToken ct) =>
            Decide(id, new AgentChange(Left: true), null, http, me, db, writes, clock, ct));
        settings.MapPost("/agents/{id:id}/return", (Id<Agent> id, HttpContext http, CurrentAgent me, Db db, Writes writes, TimeProvider clock, CancellationToken ct) =>
            Decide(id, new AgentChange(Left: false), null, http, me, db, writes, clock, ct));
    }

    private static async Task<RazorComponentResult<AgentsPage>> List(HttpContext http, CurrentAgent me, Db db, string? saved, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        return new(new { T = t, Token = http.FormToken(), Me = me, Done = saved is null ? null : t["保存しました。", "Saved."], Agents = (IReadOnlyList<AgentView>)await db.AllAgents(ct), Desks = await Desks(db, ct) });
    }

    private static async Task<IResult> Open(Id<Agent> id, HttpContext http, CurrentAgent me, Db db, CancellationToken ct) =>
        await Found(db, id, ct) is { } agent ? await Form(http, me, db, agent, Filled.From(agent), [], ct) : TypedResults.LocalRedirect("/settings/agents");

    private static async Task<IResult> Make(HttpContext http, CurrentAgent me, Db db, Writes writes, IPasswordHasher<Account> hasher, TimeProvider clock, CancellationToken ct)
    {
        var filled = await http.Request.Filled(ct);
        var (asked, password, now) = (filled.NewAgent, Secret.Password(), clock.Now);
        if (Filled.Errors(asked) is { Count: > 0 } errors)
            return await Form(http, me, db, null, filled, errors, ct);
        var hash = hasher.HashPassword(new Account(), password);
        var result = await writes.Write(async db =>
        {
            var made = await db.MakeAgent(asked, now);
            if (!made.Refused(out _, out var agent))
                await db.SetPassword(agent.AgentId, hash);
            return made;
        }, ct);
        if (result.Refused(out var why, out var done))
            return await Form(http, me, db, null, filled, Explain(why), ct);
        return await Shown(http, me, db, done.AgentId, password, ct);
    }

    private static async Task<IResult> Change(Id<Agent> id, HttpContext http, CurrentAgent me, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var filled = await http.Request.Filled(ct);
        var asked = filled.AgentChange;
        if (Filled.Errors(asked) is { Count: > 0 } errors)
            return await Found(db, id, ct) is { } agent ? await Form(http, me, db, agent, filled, errors, ct) : TypedResults.LocalRedirect("/settings/agents");
        return await Decide(id, asked, filled.Of("version") is { Length: > 0 } seen ? seen : null, http, me, db, writes, clock, ct);
    }

    private static async Task<IResult> Password(Id<Agent> id, HttpContext http, CurrentAgent me, Db db, Writes writes, IPasswordHasher<Account> hasher, CancellationToken ct)
    {
        var password = Secret.Password();
        var hash = hasher.HashPassword(new Account(), password);
        return await writes.Write(db => db.SetPassword(id, hash), ct) ? await Shown(http, me, db, id, password, ct) : TypedResults.LocalRedirect("/settings/agents");
    }

    private static async Task<IResult> Decide(Id<Agent> id, AgentChange asked, string? seen, HttpContext http, CurrentAgent me, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        if (!(await writes.Write(db => db.ChangeAgent(id, asked, seen, now), ct)).Refused(out var why, out _))
            return TypedResults.LocalRedirect("/settings/agents?saved=1");
        return await Found(db, id, ct) is { } agent ? await Form(http, me, db, agent, Filled.From(agent), [], ct, Explain(Tongue.Asked(http), why)) : TypedResults.LocalRedirect("/settings/agents");
    }

    private static async Task<IResult> Shown(HttpContext http, CurrentAgent me, Db db, Id<Agent> id, string password, CancellationToken ct) =>
        await Found(db, id, ct) is { } agent ? await Form(http, me, db, agent, Filled.From(agent), [], ct, password: password) : TypedResults.LocalRedirect("/settings/agents");

    private static async Task<AgentView?> Found(Db db, Id<Agent> id, CancellationToken ct) => (await db.AllAgents(ct)).Find(a => a.AgentId == id);

    private static async Task<IResult> Form(HttpContext http, CurrentAgent me, Db db, AgentView? agent, Filled filled, Dictionary<string, string> errors, CancellationToken ct, string? refused = null, string? password = null)
    {
        http.Response.Headers.CacheControl = "no-store"; // a password may stand here
        return new RazorComponentResult<AgentPage>(new
        {
            T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Agent = agent, filled.Fields, Errors = (IReadOnlyDictionary<string, string>)errors, Refused = refused, Password = password,
            Desks = await Desks(db, ct),
        })
        { StatusCode = errors.Count > 0 || refused is not null ? 422 : 200 };
    }

    private static async Task<IReadOnlyList<DeskView>> Desks(Db db, CancellationToken ct) => [.. (await db.Desks.OrderBy(d => d.Slug).ToListAsync(ct)).Select(DeskView.Of)];

    private static Dictionary<string, string> Explain(AgentMadeRefusal why) => why switch
    {
        AgentMadeRefusal.EmailTaken => new() { ["email"] = "There is an agent of that address already." },
        AgentMadeRefusal.UnknownDesk => new() { ["desks"] = "One of these desks does not exist any more." },
    };

    private static string Explain(Tongue t, AgentChangedRefusal why) => why switch
    {
        AgentChangedRefusal.Unknown => t["この担当者はいません。", "There is no such agent."],
        AgentChangedRefusal.UnknownDesk => t["選んだ窓口の一つがなくなっています。", "One of these desks does not exist any more."],
        AgentChangedRefusal.ChangedMeanwhile => t["その間に、ほかの人がこの担当者を変えました。今の内容を表示しています。", "Somebody else has changed this agent meanwhile. This is how it stands now."],
        AgentChangedRefusal.LastAdministrator => t["最後の管理者です。先にほかの人を管理者にしてください。", "This is the last administrator. Make somebody else one first."],
    };
}
