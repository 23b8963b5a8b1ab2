using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.SignIn;

/// <param name="Key">Shown this once.</param>
public sealed record KeyMade(string Key);

public enum KeyMadeRefusal { UnknownAgent }

public static class KeyEndpoint
{
    public static void MapKeys(this IEndpointRouteBuilder administrators) =>
        administrators.MapPost("/agents/{agentId:id}/keys", Make).WithName("makeKey").WithSummary("A new API key that acts as this agent");

    private static async Task<Results<Created<KeyMade>, ProblemHttpResult>> Make(Id<Agent> agentId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, key) = (clock.Now, Secret.New("mk_"));
        var result = await writes.WriteOnce<KeyMade, KeyMadeRefusal>(once.For($"agent {agent.Id}", []), now, async db =>
        {
            if (!await db.Agents.AnyAsync(a => a.Id == agentId && a.LeftAt == null, CancellationToken.None))
                return KeyMadeRefusal.UnknownAgent;
            db.ApiKeys.Add(new ApiKey { Id = Id<ApiKey>.New(), AgentId = agentId, Hash = Secret.Hash(key), Hint = key[..8], CreatedAt = now });
            await db.SaveChangesAsync(CancellationToken.None);
            return new KeyMade(key);
        }, ct);
        return result.Refused(out _, out var made) ? Problem.NotFound : TypedResults.Created((string?)null, made);
    }
}
