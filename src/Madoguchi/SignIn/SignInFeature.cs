using Madoguchi.Cases;
using Madoguchi.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Madoguchi.SignIn;

public static class SignInFeature
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, BearerFeature>(Doors.Bearer, null).AddCookie(Doors.Session, SessionFeature.Set);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>(); // it keeps nothing, and the demo is planted before there is a scope
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Password = new() { RequiredLength = Passwords.Shortest, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
            identity.Lockout = new() { MaxFailedAccessAttempts = AttemptsMapping.Tries, DefaultLockoutTimeSpan = AttemptsMapping.Pause };
        }).AddUserStore<AccountStore>();
        services.AddDataProtection().SetApplicationName("madoguchi");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, ProtectionKeys>();
        services.AddFormTokens();
        services.AddAuthorizationBuilder()
            .AddPolicy(Doors.Workspace, p => p.AddAuthenticationSchemes(Doors.Session).RequireAssertion(c => Of(c)?.Agent is not null))
            .AddPolicy(Doors.Settings, p => p.AddAuthenticationSchemes(Doors.Session).RequireAssertion(c => Of(c)?.Agent?.IsAdministrator == true))
            .AddPolicy(Doors.Caller, p => p.AddAuthenticationSchemes(Doors.Bearer).RequireAssertion(c => Of(c) is not null))
            .AddPolicy(Doors.Agent, p => p.AddAuthenticationSchemes(Doors.Bearer).RequireAssertion(c => Of(c)?.Agent is not null))
            .AddPolicy(Doors.Administrator, p => p.AddAuthenticationSchemes(Doors.Bearer).RequireAssertion(c => Of(c)?.Agent?.IsAdministrator == true))
            .AddPolicy(Doors.ProductLog, p => p.AddAuthenticationSchemes(Doors.Bearer).RequireAssertion(c => IsFor(c, PurposeKey.ProductLog) || Of(c)?.Agent?.IsAdministrator == true));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Answers>();
    }

    public static void UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseFormTokens();
    }

    /// <summary>The API's calls by who may come in.</summary>
    public static (RouteGroupBuilder Callers, RouteGroupBuilder Agents, RouteGroupBuilder Administrators) ByDoor(this IEndpointRouteBuilder api) =>
        (api.MapGroup("").RequireAuthorization(Doors.Caller), api.MapGroup("").RequireAuthorization(Doors.Agent), api.MapGroup("").RequireAuthorization(Doors.Administrator));

    private static Caller? Of(AuthorizationHandlerContext context) => (context.Resource as HttpContext)?.Features.Get<Caller>();

    private static bool IsFor(AuthorizationHandlerContext context, string purpose) => (context.Resource as HttpContext)?.Features.Get<CurrentPurpose>()?.Purpose == purpose;

    // The wrong kind of key learns as little as no key for this thing: 404. No key at all: 401.
    private sealed class Answers : IAuthorizationMiddlewareResultHandler
    {
        private readonly AuthorizationMiddlewareResultHandler otherwise = new();

        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded || !policy.AuthenticationSchemes.Contains(Doors.Bearer))
                return otherwise.HandleAsync(next, context, policy, authorizeResult);
            return context.Features.Get<Caller>() switch
            {
                null when context.Features.Get<CurrentPurpose>() is null => Problem.Unauthorized.ExecuteAsync(context),
                { Agent: not null } => Problem.Of(403, "administrators-only", "Only administrators may do this.").ExecuteAsync(context),
                _ => Problem.NotFound.ExecuteAsync(context),
            };
        }
    }
}
