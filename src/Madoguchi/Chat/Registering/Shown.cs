using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Madoguchi.Chat.Registering;

/// <summary>When a form was shown, sealed into it: nobody types a code and an address within a second, but programs do.</summary>
public static class Shown
{
    private const string Purpose = "Madoguchi.CampaignForm";
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public static string Seal(IDataProtectionProvider protection, DateTimeOffset now) => protection.CreateProtector(Purpose).Protect(now.UtcTicks.ToString(CultureInfo.InvariantCulture));

    public static bool ByAPerson(string seal, string trap, IDataProtectionProvider protection, DateTimeOffset now)
    {
        if (trap.Length > 0 || seal.Length is 0 or > 1_000)
            return false;
        try
        {
            return long.TryParse(protection.CreateProtector(Purpose).Unprotect(seal), CultureInfo.InvariantCulture, out var ticks) && now.UtcTicks - ticks >= Shortest.Ticks;
        }
        catch (CryptographicException)
        {
            return false; // made up, or sealed by another house
        }
    }
}
