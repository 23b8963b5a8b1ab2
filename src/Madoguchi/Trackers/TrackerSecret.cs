using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Madoguchi.Trackers;

/// <summary>A signing secret or an API key, sealed by the keys of the installation: the database alone opens no tracker.</summary>
public static class TrackerSecret
{
    private const string Purpose = "trackers";

    public static string Close(string secret, IDataProtectionProvider protection) => protection.CreateProtector(Purpose).Protect(secret);

    public static string? Open(string kept, IDataProtectionProvider protection)
    {
        try
        {
            return protection.CreateProtector(Purpose).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null; // sealed by keys that are gone: it has to be told anew
        }
    }
}
