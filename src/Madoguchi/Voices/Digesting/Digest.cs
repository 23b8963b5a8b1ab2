using Madoguchi.Shared;

namespace Madoguchi.Voices.Digesting;

/// <summary>What was made of a week, once; never changed.</summary>
public sealed class Digest
{
    /// <summary>As in 2026-W47.</summary>
    public required string Week { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>JSON of <see cref="DigestView"/>.</summary>
    public required string Body { get; init; }
}

/// <summary>Somebody who gets it by mail.</summary>
public sealed class DigestReader
{
    public required Id<DigestReader> Id { get; init; }
    public required string Address { get; init; }
    public required string Language { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ByName { get; init; }
}
