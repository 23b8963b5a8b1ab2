using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.SignIn;

/// <param name="Key">Shown this once.</param>
public sealed record KeyMade(string Key, Id<ApiKey> KeyId);

public sealed record KeyView(Id<ApiKey> KeyId, string Hint, DateTimeOffset CreatedAt);

public sealed record KeyList(IReadOnlyList<KeyView> Keys);

public enum KeyMadeRefusal { UnknownAgent }

public static class KeyEndpoint
{
    public static void MapKeys(this IEndpointRouteBuilder administrators)
    {
        administrators.MapPost("/agents/{agentId:id}/keys", Make).WithName("makeKey").WithSummary("A new API key that acts as this agent");
        administrators.MapGet("/agents/{agentId:id}/keys", List).WithName("listKeys").WithSummary("The keys that act as this agent, by their first characters");
        administrators.MapDelete("/agents/{agentId:id}/keys/{keyId:id}", Revoke).WithName("revokeKey").WithSummary("The key opens nothing more").ProducesProblem(404);
    }

    private static async Task<Results<Created<KeyMade>, ProblemHttpResult>> Make(Id<Agent> agentId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, key) = (clock.Now, Secret.New("mk_"));
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.MakeKey(agentId, key, now), ct);
        return result.Refused(out _, out var made) ? Problem.NotFound : TypedResults.Created((string?)null, made);
    }

    private static async Task<Results<Ok<KeyList>, ProblemHttpResult>> List(Id<Agent> agentId, Db db, CancellationToken ct) =>
        await db.Agents.AnyAsync(a => a.Id == agentId, ct) ? TypedResults.Ok(new KeyList(await db.KeysOf(agentId, ct))) : Problem.NotFound;

    private static async Task<Results<NoContent, ProblemHttpResult>> Revoke(Id<Agent> agentId, Id<ApiKey> keyId, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (await writes.Write(db => db.RevokeKey(agentId, keyId, clock.Now), ct))
            return TypedResults.NoContent();
        return Problem.NotFound;
    }
}
