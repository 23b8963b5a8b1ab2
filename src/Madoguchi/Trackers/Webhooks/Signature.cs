using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Madoguchi.Trackers.Webhooks;

public enum SignatureRefusal { Missing, TooOld, Wrong }

/// <summary>Standard Webhooks 1.0.0 (standardwebhooks.com): HMAC-SHA256 over <c>id.timestamp.body</c>, keyed by the bytes behind <c>whsec_</c>.</summary>
public static class Signature
{
    public const string Prefix = "whsec_";
    public const string IdHeader = "webhook-id", TimeHeader = "webhook-timestamp", SignatureHeader = "webhook-signature";

    /// <summary>How far the two clocks may differ.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>From 24 to 64 bytes, as the specification asks.</summary>
    public static byte[]? Key(string secret)
    {
        var bytes = new byte[128];
        return secret.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var length) && length is >= 24 and <= 64 ? bytes[..length] : null;
    }

    public static string Of(byte[] key, string id, DateTimeOffset at, ReadOnlySpan<byte> body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{Seconds(at)}."), .. body]));

    public static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Null: it is theirs, and of now.</summary>
    /// <param name="signatures">One or several, with spaces between: secrets are changed without a gap.</param>
    public static SignatureRefusal? Refuses(byte[] key, string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(signatures) || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 100_000_000_000)
            return SignatureRefusal.Missing;
        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        if ((now - at).Duration() > Tolerance)
            return SignatureRefusal.TooOld;
        var right = Encoding.ASCII.GetBytes(Of(key, id, at, body));
        var found = false;
        foreach (var one in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            found |= CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), right);
        return found ? null : SignatureRefusal.Wrong;
    }
}
