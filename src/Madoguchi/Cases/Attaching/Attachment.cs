using Madoguchi.Shared;

namespace Madoguchi.Cases.Attaching;

/// <summary>Where an attachment's bytes are, by case and id: what an address needs. What happened stands on the timeline.</summary>
public sealed class Attachment
{
    public required Id<Case> CaseId { get; init; }
    public required Id<Attachment> Id { get; init; }

    /// <summary>Its place on the timeline.</summary>
    public required int Entry { get; init; }
    public required string Name { get; init; }
    public required string Type { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>A picture that browsers may draw inside a page; everything else is only ever saved.</summary>
    public required bool Shown { get; init; }
}

/// <param name="Url">Where the bytes are, with the same key or token.</param>
public sealed record AttachedFile(int Entry, Id<Attachment> AttachmentId, string Sha256, string Url, string Name, string Type, long Size, int? Width = null, int? Height = null);

/// <summary>What was attached: the first file, and all of them in the order they were sent.</summary>
public sealed record Attached(int Entry, string Sha256, string Url, IReadOnlyList<AttachedFile> Files);
