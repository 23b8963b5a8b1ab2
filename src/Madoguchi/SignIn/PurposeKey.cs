using Madoguchi.Shared;

namespace Madoguchi.SignIn;

/// <summary>A key that is nobody's: it opens the calls of one purpose and nothing else.</summary>
public sealed class PurposeKey
{
    /// <summary>Telling what happened in a product.</summary>
    public const string ProductLog = "productLog";

    public required Id<PurposeKey> Id { get; init; }
    public required string Purpose { get; init; }

    /// <summary>What it is called, to know which to take away.</summary>
    public required string Name { get; init; }
    public required byte[] Hash { get; init; }

    /// <summary>The first characters, to tell keys apart in a list.</summary>
    public required string Hint { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>A program with a key for one purpose has called. It is neither agent nor customer.</summary>
public sealed record CurrentPurpose(Id<PurposeKey> KeyId, string Purpose);
