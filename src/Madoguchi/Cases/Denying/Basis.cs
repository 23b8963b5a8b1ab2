using System.Text.Json;
using System.Text.Json.Serialization;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Denying;

/// <summary>What a finding rests on, kept as it was at the time.</summary>
/// <param name="Query">What the server itself looked for.</param>
/// <param name="Right">Whether something was begun before a deadline.</param>
public sealed record Basis(
    IReadOnlyList<CitedEvent>? Events = null, IReadOnlyList<CitedEvidence>? Evidence = null, RanQuery? Query = null, KeptRight? Right = null)
{
    [JsonIgnore]
    public bool IsEmpty => Events is null or [] && Evidence is null or [] && Query is null;

    /// <summary>Only a look that found nothing: records have gaps.</summary>
    [JsonIgnore]
    public bool IsSilence => Events is null or [] && Evidence is null or [] && Query is { Count: 0 };

    public string Write() => JsonSerializer.Serialize(this, Json.Options);

    public static Basis Read(string json) => JsonSerializer.Deserialize<Basis>(json, Json.Kept)!; // only ever written from one
}

/// <summary>An event of the product's log.</summary>
/// <param name="EventId">Ours.</param>
/// <param name="Id">The sender's.</param>
public sealed record CitedEvent(Guid EventId, string Source, string Id, string Type, DateTimeOffset Time);

/// <param name="Name">Of the file, as it was given.</param>
/// <param name="Sha256">By which it is known again.</param>
public sealed record CitedEvidence(Guid Evidence, string Name, string Sha256);

/// <summary>A look into the product's log that the server took.</summary>
/// <param name="Keys">By which the customer was looked for.</param>
/// <param name="Count">How many events it found.</param>
public sealed record RanQuery(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<string> Keys, int Count);
