using System.Security.Cryptography;
using System.Text.Json;
using Madoguchi.Articles;
using Madoguchi.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace Madoguchi.Learning.Helping;

/// <summary>One showing of an article, sealed in its page: an answer counts once, and nobody need be known for it.</summary>
public sealed record ReadingSeal(Guid View, Id<Article> ArticleId, DateTimeOffset At)
{
    /// <summary>A page that was left open for longer answers no more.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(2);

    private const string Purpose = "Madoguchi.Reading";
    private const int Longest = 1_000;

    public string Seal(IDataProtectionProvider protection) => protection.CreateProtector(Purpose).Protect(JsonSerializer.Serialize(this, Json.Options));

    /// <summary>Nothing when it is none of ours, or too old.</summary>
    public static ReadingSeal? Open(string? text, IDataProtectionProvider protection, DateTimeOffset now)
    {
        try
        {
            return text is { Length: > 0 and <= Longest } && JsonSerializer.Deserialize<ReadingSeal>(protection.CreateProtector(Purpose).Unprotect(text), Json.Kept) is { } seal && seal.At + Lasts > now ? seal : null;
        }
        catch (CryptographicException)
        {
            return null; // made up, or sealed by another house
        }
    }
}
