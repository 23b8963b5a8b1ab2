using System.Security.Cryptography;
using System.Text;
using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Mail.Proving;

/// <summary>What a code proves: that an address is one's own, or that a number is; or that the one of a campaign's registration is.</summary>
public enum Proves { Address, Number, Registration }

/// <summary>Six digits that went to an address. Made when their letter is sent; only the hash is kept. For a number that is nobody's there is a row
/// without a letter, so that nothing tells the two apart.</summary>
public sealed class MailCode
{
    /// <summary>So many tries a code has.</summary>
    public const int Tries = 5;

    /// <summary>So many codes an hour for one number, one address or one case.</summary>
    public const int AnHour = 5;

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    /// <summary>The letter that carries it has the same id.</summary>
    public required Id<MailCode> Id { get; init; }
    public required Proves Proves { get; init; }
    public required Id<Customer>? CustomerId { get; init; }
    public required Id<Case>? CaseId { get; init; }

    /// <summary>The address as typed; of an opening, the number that was asked for.</summary>
    public required string About { get; init; }
    public byte[] Hash { get; set; } = [];
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; set; }
    public int Tried { get; set; }
    public DateTimeOffset? UsedAt { get; set; }

    public void Set(string code, DateTimeOffset now) => (Hash, ExpiresAt) = (Of(code), now + Lasts);

    /// <summary>It can still be taken.</summary>
    public bool IsGood(DateTimeOffset now) => UsedAt is null && now < ExpiresAt && Tried < Tries;

    /// <summary>Whether this is the code. Each look counts, and a right one is used up.</summary>
    public bool Take(string code, DateTimeOffset now)
    {
        if (!IsGood(now))
            return false;
        Tried++;
        if (!CryptographicOperations.FixedTimeEquals(Hash, Of(code)))
            return false;
        UsedAt = now;
        return true;
    }

    private byte[] Of(string code) => SHA256.HashData(Encoding.UTF8.GetBytes($"{Id} {code}"));

    /// <summary>As it may be typed: with spaces, in full width.</summary>
    public static string Clean(string typed) => string.Concat(PlainText.Normal(typed, NormalizationForm.FormKC).Where(char.IsAsciiDigit));
}
