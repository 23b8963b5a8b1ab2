namespace Madoguchi.Cases.Timeline;

/// <summary>A piece of evidence is kept from here on: the chain of entries carries its hash.</summary>
/// <param name="Id">Names it in addresses.</param>
/// <param name="What">What it is by our own look: <c>picture</c>, <c>mail</c> …</param>
/// <param name="Width">Only of a picture that has a copy to be shown.</param>
/// <param name="Attachment">The entry of the attachment that it was first.</param>
/// <param name="ReceivedAt">When the bytes came, if that was before this entry.</param>
public abstract record EvidenceKept(Guid Id, string What, string Name, string Type, long Size, string Sha256, int? Width = null, int? Height = null, int? Attachment = null, DateTimeOffset? ReceivedAt = null) : Happening;

/// <summary>Given by the customer, who sees that it was received, and by which hash.</summary>
public sealed record EvidenceAdded(Guid Id, string What, string Name, string Type, long Size, string Sha256, int? Width = null, int? Height = null, int? Attachment = null, DateTimeOffset? ReceivedAt = null)
    : EvidenceKept(Id, What, Name, Type, Size, Sha256, Width, Height, Attachment, ReceivedAt);

/// <summary>Laid to the case by the house, and for the house.</summary>
public sealed record EvidenceFiled(Guid Id, string What, string Name, string Type, long Size, string Sha256, int? Width = null, int? Height = null, int? Attachment = null, DateTimeOffset? ReceivedAt = null)
    : EvidenceKept(Id, What, Name, Type, Size, Sha256, Width, Height, Attachment, ReceivedAt);

/// <summary>The desk asks the customer for what may prove it.</summary>
/// <param name="Wanted"><c>capture</c>, <c>mail</c>, <c>errorText</c>, <c>file</c>: at least one.</param>
/// <param name="Words">The agent's own words to it.</param>
/// <param name="Device">Whose steps are shown first, where it is known: <c>iphone</c>, <c>android</c>, <c>windows</c>, <c>mac</c>, <c>other</c>.</param>
public sealed record EvidenceAsked(IReadOnlyList<string> Wanted, string? Words = null, string? Device = null) : Happening;
