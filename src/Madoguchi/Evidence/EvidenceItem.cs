using Madoguchi.Cases;
using Madoguchi.Cases.Attaching;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Evidence;

/// <summary>One piece of evidence (証拠): the bytes as they came, by their hash, with who gave it and when. The database refuses to change or delete it.</summary>
public sealed class EvidenceItem
{
    public required Id<EvidenceItem> Id { get; init; }
    public required Id<Case> CaseId { get; init; }

    /// <summary>Its place on the timeline, whose chain carries the hash.</summary>
    public required int Entry { get; init; }
    public required string Name { get; init; }

    /// <summary>By our own look at the bytes, as of every file.</summary>
    public required string Type { get; init; }
    public required long Size { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>A picture's copy that carries nothing but the picture; what others than the desk's own agents get to see.</summary>
    public required string? CopySha256 { get; init; }

    /// <summary>When the bytes came to us; of what was an attachment first, when that was attached.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Who gave it, as they were known then.</summary>
    public required Role ByRole { get; init; }
    public required Guid? ById { get; init; }
    public required string? ByName { get; init; }

    /// <summary>What could be read from it, JSON (<see cref="Reading.EvidenceRead"/>).</summary>
    public required string Read { get; init; }

    /// <summary>The attachment that it was first.</summary>
    public required Id<Attachment>? AttachmentId { get; init; }

    /// <summary>Whether there is something that others may be shown: a picture without its metadata, or a file that has none of this kind.</summary>
    public bool HasCopy => CopySha256 is not null || !Type.StartsWith("image/", StringComparison.Ordinal);
}
