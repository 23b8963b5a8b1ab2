using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Desks;

/// <param name="Name">The real name, for colleagues.</param>
/// <param name="ShownName">The name that customers see; the real one when missing.</param>
/// <param name="Desks">Slugs.</param>
/// <param name="Role">An agent when missing.</param>
public sealed record NewAgent(string Name, string Email, IReadOnlyList<string> Desks, IReadOnlyList<string> Languages, AgentRole Role = AgentRole.Agent, string? ShownName = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Checks.Line("/name", Name), .. Checks.Line("/shownName", ShownName), .. Checks.Line("/email", Email),
        .. Email.Count(c => c == '@') == 1 && !Email.StartsWith('@') && !Email.EndsWith('@') && !Email.Contains(' ', StringComparison.Ordinal) ? Array.Empty<(string, string)>() : [("/email", "This is not a mail address.")],
        .. Desks.Count > 100 ? [("/desks", "At most 100 desks.")] : Desks.SelectMany((d, i) => Checks.Line($"/desks/{i}", d)),
        .. Languages.Count is 0 or > 20 ? [("/languages", "One to twenty languages are needed.")] : Languages.SelectMany((l, i) => Checks.Language($"/languages/{i}", l)),
    ];
}

public sealed record AgentMade(Id<Agent> AgentId);

public sealed record AgentList(IReadOnlyList<AgentView> Agents);

public enum AgentMadeRefusal { EmailTaken, UnknownDesk }

public static class AgentEndpoint
{
    public static void MapAgents(this IEndpointRouteBuilder administrators)
    {
        administrators.MapPost("/agents", Make).WithName("makeAgent").WithSummary("A new agent").ProducesProblem(409).ProducesProblem(422);
        administrators.MapGet("/agents", List).WithName("listAgents").WithSummary("All agents; those who have left at the end");
        administrators.MapPatch("/agents/{agentId:id}", Change).WithName("changeAgent").WithSummary("Changes what is named: names, seats, languages, role, leaving. If-Match is honoured")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
    }

    private static async Task<Ok<AgentList>> List(Db db, CancellationToken ct) => TypedResults.Ok(new AgentList(await db.AllAgents(ct)));

    private static async Task<Results<Ok<AgentView>, ProblemHttpResult>> Change(Id<Agent> agentId, Body<AgentChange> body, HttpContext http, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var result = await writes.Write(db => db.ChangeAgent(agentId, body.Value, DeskEndpoint.IfMatch(http.Request), clock.Now), ct);
        if (result.Refused(out var why, out var changed))
            return Explain(why);
        http.Response.Headers.ETag = $"\"{changed.Version}\"";
        return TypedResults.Ok(changed);
    }

    private static async Task<Results<Created<AgentMade>, ProblemHttpResult>> Make(Body<NewAgent> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.MakeAgent(body.Value, now), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Created($"/api/v1/agents/{made.AgentId}", made);
    }

    private static ProblemHttpResult Explain(AgentMadeRefusal why) => why switch
    {
        AgentMadeRefusal.EmailTaken => Problem.Of(409, "email-taken", "There is an agent of that address already."),
        AgentMadeRefusal.UnknownDesk => Problem.Invalid("/desks", "One of these desks does not exist."),
    };

    private static ProblemHttpResult Explain(AgentChangedRefusal why) => why switch
    {
        AgentChangedRefusal.Unknown => Problem.NotFound,
        AgentChangedRefusal.UnknownDesk => Problem.Invalid("/desks", "One of these desks does not exist."),
        AgentChangedRefusal.ChangedMeanwhile => Problem.Of(412, "changed-since", "Somebody else has changed this agent meanwhile.", "Read it again and decide anew."),
        AgentChangedRefusal.LastAdministrator => Problem.Of(409, "last-administrator", "This is the last administrator.", "Make somebody else an administrator first."),
    };
}

public static class MakingAgentsMapping
{
    extension(Db db)
    {
        public async Task<Result<AgentMade, AgentMadeRefusal>> MakeAgent(NewAgent asked, DateTimeOffset now)
        {
            var email = asked.Email.Trim().ToLowerInvariant();
            if (await db.Agents.AnyAsync(a => a.Email == email, CancellationToken.None))
                return AgentMadeRefusal.EmailTaken;
            var slugs = asked.Desks.Distinct().ToList();
            var desks = await db.Desks.Where(d => slugs.Contains(d.Slug)).Select(d => d.Id).ToListAsync(CancellationToken.None);
            if (desks.Count != slugs.Count)
                return AgentMadeRefusal.UnknownDesk;
            var id = Id<Agent>.New();
            db.Agents.Add(new Agent
            {
                Id = id, Name = PlainText.Clean(asked.Name), ShownName = PlainText.Clean(asked.ShownName ?? asked.Name), Email = email, Role = asked.Role,
                Languages = [.. asked.Languages], CreatedAt = now, Seats = [.. desks.Select(d => new Seat { AgentId = id, DeskId = d })],
            });
            await db.SaveChangesAsync(CancellationToken.None);
            return new AgentMade(id);
        }
    }
}
