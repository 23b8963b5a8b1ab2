using System.Text.Json;
using Madoguchi.Chat.Talking;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Chat.Contacting;

/// <param name="Seal">Goes into the form, and back to us with the story.</param>
/// <param name="Verified">The site has signed for its user just now.</param>
public sealed record IdentityFound(string Seal, bool Verified);

/// <summary>The widget hands in what its page says of the user, the moment it opens: the signature lasts ten minutes, a story may take longer.</summary>
public static class IdentityEndpoint
{
    private const string Purpose = "Madoguchi.SiteIdentity";

    public static void MapIdentity(this IEndpointRouteBuilder pages) => pages.MapPost("/widget/identity", Look).RequireRateLimiting(Limits.Contacts);

    private static async Task<Results<Ok<IdentityFound>, NoContent>> Look(HttpRequest request, Db db, IDataProtectionProvider protection, TimeProvider clock, CancellationToken ct)
    {
        if (await request.Posted(ct) is not { } posted || SiteIdentity.Of(f => posted[f]) is not { } said)
            return TypedResults.NoContent();
        var (desk, now) = (posted["desk"], clock.Now);
        var verified = said.IsSigned(await db.WidgetSecret(desk, protection, ct), desk, now);
        var known = new KnownIdentity(desk, said.Id, said.Mail, said.Name, verified, now);
        return TypedResults.Ok(new IdentityFound(protection.CreateProtector(Purpose).Protect(JsonSerializer.Serialize(known, Json.Options)), verified));
    }

    /// <summary>What was sealed; nothing when it is none of ours.</summary>
    public static KnownIdentity? Unseal(this IDataProtectionProvider protection, string seal)
    {
        try
        {
            return seal.Length is 0 or > 8_000 ? null : JsonSerializer.Deserialize<KnownIdentity>(protection.CreateProtector(Purpose).Unprotect(seal), Json.Kept);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // made up, or sealed by another house: no more than a form that says nothing
        }
    }
}
