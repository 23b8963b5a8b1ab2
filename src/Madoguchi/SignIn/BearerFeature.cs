using System.Security.Claims;
using System.Text.Encodings.Web;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Madoguchi.SignIn;

/// <summary><c>Authorization: Bearer mk_…</c> is an agent, <c>mt_…</c> a customer at one case, the configured key the bootstrap administrator;
/// an <c>mk_…</c> made for a purpose is a program that may do this one thing. Looked up at each request: a key taken away opens nothing more.</summary>
public sealed class BearerFeature(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Db db, IConfiguration configuration, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        var secret = header["Bearer ".Length..].Trim();
        if (await Find(secret, Context.RequestAborted) is { } caller)
            return AuthenticateResult.Success(new AuthenticationTicket(Admit(Context, caller, Scheme.Name), Scheme.Name));
        if (!secret.StartsWith("mk_", StringComparison.Ordinal) || await db.PurposeByKey(secret, Context.RequestAborted) is not { } purpose)
            return AuthenticateResult.Fail("Unknown key or token.");

        Context.Features.Set(purpose);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"{purpose.Purpose} {purpose.KeyId}")], Scheme.Name)), Scheme.Name));
    }

    /// <summary>Makes the caller known to the endpoints.</summary>
    public static ClaimsPrincipal Admit(HttpContext http, Caller caller, string scheme)
    {
        http.Features.Set(caller);
        if (caller.Agent is { } agent)
            http.Features.Set(agent);
        return new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, caller.Key)], scheme));
    }

    private async Task<Caller?> Find(string secret, CancellationToken ct)
    {
        if (configuration["Madoguchi:BootstrapKey"] is { Length: > 0 } bootstrap && Secret.Same(bootstrap, secret))
            return new Caller(CurrentAgent.Bootstrap);
        var hash = Secret.Hash(secret);
        if (secret.StartsWith("mk_", StringComparison.Ordinal))
            return await db.AgentByKey(secret, ct) is { } agent ? new Caller(agent, (later, ct) => later.ApiKeys.AnyAsync(k => k.Hash == hash && k.RevokedAt == null, ct)) : null;
        if (secret.StartsWith("mt_", StringComparison.Ordinal))
            return await db.CustomerByToken(secret, clock.Now, ct) is { } customer ? new Caller(customer) : null;
        return null;
    }
}
