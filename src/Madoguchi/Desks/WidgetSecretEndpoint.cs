using System.Security.Cryptography;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Secret = Madoguchi.Shared.Secret;

namespace Madoguchi.Desks;

/// <param name="Secret">Shown this once.</param>
public sealed record WidgetSecretMade(string Secret);

public enum WidgetSecretRefusal { UnknownDesk }

/// <summary>To reckon a signature again one needs the secret itself, not its hash: it is kept encrypted with the house's own keys.</summary>
public static class WidgetSecrets
{
    private const string Purpose = "Madoguchi.WidgetSecret";

    public static string Close(string secret, IDataProtectionProvider protection) => protection.CreateProtector(Purpose).Protect(secret);

    /// <summary>Nothing, when the house's keys have been lost: then nobody is verified until a new secret is made.</summary>
    public static string? Open(string kept, IDataProtectionProvider protection)
    {
        try
        {
            return protection.CreateProtector(Purpose).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null; // see above: unsigned is the safe side
        }
    }
}

public static class WidgetSecretEndpoint
{
    private const string Path = "/desks/{slug}/widget-secret";

    public static void MapWidgetSecrets(this IEndpointRouteBuilder administrators)
    {
        administrators.MapPost(Path, Make).WithName("makeWidgetSecret").WithSummary("A new secret by which a site signs for its users; the one before signs nothing more");
        administrators.MapDelete(Path, End).WithName("endWidgetSecret").WithSummary("Nobody is signed for any more");
    }

    private static async Task<Results<Created<WidgetSecretMade>, ProblemHttpResult>> Make(
        string slug, CurrentAgent agent, IdempotencyKey once, IDataProtectionProvider protection, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var secret = Secret.New("ms_");
        var kept = WidgetSecrets.Close(secret, protection);
        var result = await writes.WriteOnce<WidgetSecretMade, WidgetSecretRefusal>(once.For($"agent {agent.Id}", []), clock.Now, async db =>
            await db.SetWidgetSecret(slug, kept) ? new WidgetSecretMade(secret) : WidgetSecretRefusal.UnknownDesk, ct);
        return result.Refused(out _, out var made) ? Problem.NotFound : TypedResults.Created((string?)null, made);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> End(string slug, Writes writes, CancellationToken ct)
    {
        if (await writes.Write(db => db.SetWidgetSecret(slug, null), ct))
            return TypedResults.NoContent();
        return Problem.NotFound;
    }
}

public static class WidgetSecretMapping
{
    extension(Db db)
    {
        public async Task<bool> SetWidgetSecret(string slug, string? kept) =>
            PlainText.IsStorable(slug) && await db.Desks.Where(d => d.Slug == slug).ExecuteUpdateAsync(d => d.SetProperty(x => x.WidgetSecret, kept), CancellationToken.None) == 1;
    }
}
