using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Madoguchi.Shared;

/// <summary>256 random bits behind a prefix that says what they open (<c>mk_</c> a key, <c>mt_</c> a customer's token).
/// Only the SHA-256 is kept: with 256 random bits nothing slower is needed.</summary>
public static class Secret
{
    public static string New(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>98 random bits that a person can copy from a screen or a sheet of paper: no 0, 1, i, l, o, u.</summary>
    public static string Password() => string.Join('-', RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstvwxyz", 20).Chunk(5).Select(five => new string(five)));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static bool Same(string left, string right) => CryptographicOperations.FixedTimeEquals(Hash(left), Hash(right));
}
