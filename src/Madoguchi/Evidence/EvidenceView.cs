using Madoguchi.Cases;
using Madoguchi.Cases.Attaching;
using Madoguchi.Cases.Timeline;
using Madoguchi.Evidence.Reading;
using Madoguchi.Shared;

namespace Madoguchi.Evidence;

/// <summary>A piece of evidence on the wire.</summary>
/// <param name="Url">The bytes as they came, for the agents of the desk that has the case.</param>
/// <param name="CopyUrl">For whoever sees it: of a picture its copy without metadata, of anything else the file itself. Nothing where a picture could not be copied.</param>
/// <param name="AttachmentId">The attachment that it was first.</param>
public sealed record EvidenceView(
    Id<EvidenceItem> EvidenceId, string Sha256, EvidenceRead Read, int Entry, string Name, string Type, long Size, DateTimeOffset ReceivedAt, By By, string? Url, string? CopyUrl, Id<Attachment>? AttachmentId)
{
    public static EvidenceView Of(EvidenceItem item, Caller caller)
    {
        var at = $"/api/v1/cases/{item.CaseId}/evidence/{item.Id}";
        return new(item.Id, item.Sha256, EvidenceRead.Kept(item.Read), item.Entry, item.Name, item.Type, item.Size, item.ReceivedAt, new By(item.ByRole, item.ByName),
            caller.Agent is null ? null : at + "/file", item.HasCopy ? at + "/copy" : null, item.AttachmentId);
    }
}

public sealed record EvidenceList(IReadOnlyList<EvidenceView> Evidence);
