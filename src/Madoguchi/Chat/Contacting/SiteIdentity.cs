using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Madoguchi.Shared;

namespace Madoguchi.Chat.Contacting;

/// <summary>Who the embedding site says its user is. Signed with the desk's secret it is believed; without, it is shown as not verified and opens nothing.</summary>
public sealed record SiteIdentity(string Id, string Mail, string Name, long IssuedAt, string Signature)
{
    /// <summary>How old a signature may be when it is handed in.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>Lines cannot run into one another: none of the parts may have a line break.</summary>
    public string Canonical(string desk) => string.Join('\n', "madoguchi-user-v1", desk, IssuedAt.ToString(CultureInfo.InvariantCulture), Id, Mail, Name);

    public string SignedWith(string secret, string desk) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Canonical(desk))));

    public bool IsSigned(string? secret, string desk, DateTimeOffset now) =>
        secret is not null && now.ToUnixTimeSeconds() - IssuedAt is var age && age <= Lasts.TotalSeconds && age >= -Skew.TotalSeconds
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(SignedWith(secret, desk)), Encoding.ASCII.GetBytes(Signature.ToLowerInvariant()));

    public bool IsUsable =>
        Id.Length is > 0 and <= PlainText.Line && Mail.Length <= PlainText.Line && Name.Length <= PlainText.Line && Signature.Length <= 64
        && new[] { Id, Mail, Name }.All(p => PlainText.IsStorable(p) && !PlainText.HasDisguise(p));

    public static SiteIdentity? Of(Func<string, string> field) =>
        long.TryParse(field("issuedAt"), NumberStyles.None, CultureInfo.InvariantCulture, out var issued) || field("issuedAt") is ""
            ? new SiteIdentity(field("id"), field("mail"), field("name"), issued, field("signature")) is { IsUsable: true } usable ? usable : null : null;
}

/// <summary>What was found out about an identity when the widget opened; sealed, it waits in the form until the story is told.</summary>
public sealed record KnownIdentity(string Desk, string Id, string Mail, string Name, bool Verified, DateTimeOffset At)
{
    /// <summary>A story takes its time; after that nobody vouches for it any more.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    public bool IsVerified(string desk, DateTimeOffset now) => Verified && Desk == desk && now >= At && now < At + Lasts;
}
