using System.Security.Cryptography;
using System.Text;

namespace Madoguchi.Rules;

/// <summary>By which field of an event a rule tells customers apart.</summary>
public static class RuleKeys
{
    public const string Subject = "subject";
    public const string InData = "data.";
    public const int Longest = 300;

    public static bool IsField(string field) =>
        field == Subject || (field.StartsWith(InData, StringComparison.Ordinal) && field.Length is > 5 and <= 200 && field.All(c => !char.IsControl(c) && !char.IsWhiteSpace(c)) && !field.EndsWith('.'));

    /// <summary>A key as it is kept: what is far too long for one still is one, and no other.</summary>
    public static string Kept(string key) =>
        key.Length <= Longest ? key : $"{key[..(char.IsHighSurrogate(key[199]) ? 199 : 200)]}…{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16))}";
}
