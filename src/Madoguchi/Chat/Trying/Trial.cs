using System.Text.Json;
using Madoguchi.Guides.Walking;
using Madoguchi.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace Madoguchi.Chat.Trying;

/// <summary>A guide walked by somebody who has not written to us: nothing of it is kept here, all of it stands sealed in the form.</summary>
public sealed record Trial(
    Guid Id, Guid Guide, int Version, IReadOnlyList<string> Order, IReadOnlyList<string> Tried, IReadOnlyList<string> Aside, string Way, int Step, WalkPlace Place, WalkState State, DateTimeOffset At)
{
    /// <summary>A sealed walk older than this comes along no more.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private const string Purpose = "Madoguchi.Trial";
    private const int Longest = 8_000;

    public Walk Walk => new()
    {
        Id = new(Id), CaseId = new(Guid.Empty), GuideId = new(Guide), Version = Version, Order = [.. Order], Tried = [.. Tried], Aside = [.. Aside], Way = Way, Step = Step, Place = Place, State = State, StartedAt = At,
        EndedAt = State is WalkState.Walking or WalkState.Paused ? null : At,
    };

    public static Trial Of(Walk walk) => new(walk.Id.Value, walk.GuideId.Value, walk.Version, walk.Order, walk.Tried, walk.Aside, walk.Way, walk.Step, walk.Place, walk.State, walk.StartedAt);

    public string Seal(IDataProtectionProvider protection) => protection.CreateProtector(Purpose).Protect(JsonSerializer.Serialize(this, Json.Options));

    /// <summary>Nothing when it is none of ours, or of yesterday.</summary>
    public static Trial? Open(string? text, IDataProtectionProvider protection, DateTimeOffset now)
    {
        try
        {
            return text is { Length: > 0 and <= Longest } && JsonSerializer.Deserialize<Trial>(protection.CreateProtector(Purpose).Unprotect(text), Json.Kept) is { } trial && trial.At + Lasts > now ? trial : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // made up, or sealed by another house
        }
    }
}
