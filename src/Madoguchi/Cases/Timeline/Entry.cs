using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Timeline;

/// <summary>One line of a case's append-only record (経緯). Never changed, never removed; a correction is a new entry.</summary>
public sealed class Entry
{
    public required Id<Case> CaseId { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Kind { get; init; }
    public required Role Role { get; init; }
    public required Guid? ById { get; init; }
    public required string? ByName { get; init; }

    /// <summary>Never given to a customer, on any path.</summary>
    public required bool Internal { get; init; }

    /// <summary>The happening as JSON, exactly as hashed.</summary>
    public required string Body { get; init; }
    public required byte[] Salt { get; init; }

    /// <summary>The entry that took it back. Its words then stay in the house; the chain has hashed them as they were.</summary>
    public int? Withdrawn { get; set; }

    /// <summary>SHA-256(previous, case, number, time in µs, kind, by, SHA-256(salt, body)): erasing body and salt keeps the chain.</summary>
    public required byte[] Hash { get; init; }

    public const int PreviewLength = 80;

    public By By => new(Role, ByName, ById);

    /// <summary>As a customer gets it: what was taken back is a place without words.</summary>
    public Entry Outside => Withdrawn is null ? this : new()
    {
        CaseId = CaseId, Number = Number, At = At, Kind = "message", Role = Role, ById = ById, ByName = ByName, Internal = Internal, Withdrawn = Withdrawn,
        Body = JsonSerializer.Serialize(new MessageSaid("", Withdrawn: true), Json.Options), Salt = [], Hash = [],
    };

    public Happening What => Happening.Read(Kind, Body);

    /// <summary>The customer did it, or said it on the telephone to whoever wrote it down.</summary>
    public static bool IsOfCustomer(Role role, string kind) => role is Role.Customer || kind == "callTaken";

    /// <summary>The next entry of the case, which moves on with it.</summary>
    public static Entry Append(Case to, By by, Happening what, DateTimeOffset now, byte[] salt)
    {
        var (kind, body, number) = (Happening.KindOf(what), JsonSerializer.Serialize(what, what.GetType(), Json.Options), to.LastEntry + 1);
        var entry = new Entry
        {
            CaseId = to.Id, Number = number, At = now, Kind = kind, Role = by.Role, ById = by.Id, ByName = by.Name,
            Internal = what.IsInternal, Body = body, Salt = salt, Hash = Link(to.LastHash, to.Id, number, now, kind, by, body, salt),
        };
        to.LastEntry = number;
        to.LastHash = entry.Hash;
        to.ActiveAt = now;
        if (IsOfCustomer(by.Role, kind))
            to.BreakId = null; // heard of again, whatever it was that they did
        if (!entry.Internal)
            to.LastShownEntry = number;
        if (what.Preview is { } preview)
            to.Preview = PlainText.Preview(preview, PreviewLength);
        return entry;
    }

    public static byte[] Link(byte[] previous, Id<Case> id, int number, DateTimeOffset at, string kind, By by, string body, byte[] salt)
    {
        var inner = SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(body)]);
        var head = $"\n{id}\n{number}\n{Moment.ToUnixMicroseconds(at)}\n{kind}\n{by.Role}\n{by.Id}\n{by.Name}\n";
        return SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(head), .. inner]);
    }
}
