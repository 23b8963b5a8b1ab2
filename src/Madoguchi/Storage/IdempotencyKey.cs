using Madoguchi.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Storage;

/// <summary>The client-made key of a POST (draft-ietf-httpapi-idempotency-key-header), or none.</summary>
public sealed class IdempotencyKey : IRefusable
{
    private readonly string route;
    private readonly string? key;

    private IdempotencyKey(string route, string? key) => (this.route, this.key) = (route, key);

    public ProblemHttpResult? Problem => key is { Length: 0 or > OnceKey.Longest }
        ? Shared.Problem.Of(400, "idempotency-key", "The Idempotency-Key is not usable.", $"1 to {OnceKey.Longest} characters are needed.") : null;

    public static ValueTask<IdempotencyKey> BindAsync(HttpContext http) =>
        ValueTask.FromResult(new IdempotencyKey(http.Request.Method + " " + http.Request.Path, http.Request.Headers.TryGetValue("Idempotency-Key", out var key) ? key.ToString() : null));

    public OnceKey? For(string caller, byte[] body) => key is null ? null : new OnceKey(caller, route, key, body);
}
