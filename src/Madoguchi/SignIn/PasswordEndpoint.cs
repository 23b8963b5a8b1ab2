using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Madoguchi.SignIn;

/// <param name="Password">Shown this once.</param>
public sealed record PasswordMade(string Password);

public enum PasswordMadeRefusal { UnknownAgent }

public static class PasswordEndpoint
{
    public static void MapPasswords(this IEndpointRouteBuilder administrators) =>
        administrators.MapPost("/agents/{agentId:id}/password", Make).WithName("makePassword").WithSummary("A new password, made by the house and shown once; ends every session of this agent");

    private static async Task<Results<Created<PasswordMade>, ProblemHttpResult>> Make(
        Id<Agent> agentId, CurrentAgent agent, IdempotencyKey once, IPasswordHasher<Account> hasher, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var password = Secret.Password();
        var hash = hasher.HashPassword(new Account(), password);
        var result = await writes.WriteOnce<PasswordMade, PasswordMadeRefusal>(once.For($"agent {agent.Id}", []), clock.Now, async db =>
            await db.SetPassword(agentId, hash) ? new PasswordMade(password) : PasswordMadeRefusal.UnknownAgent, ct);
        return result.Refused(out _, out var made) ? Problem.NotFound : TypedResults.Created((string?)null, made);
    }
}
