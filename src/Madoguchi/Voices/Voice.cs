using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Voices;

public enum VoiceKind { Defect, Wish, Complaint }

/// <summary>What was decided about it, as on the wire; <see cref="Open"/> while nothing is.</summary>
public enum VoiceState { Open, Planned, Fixed, WontFix }

/// <summary>What customers say, merged with its likes (お客様の声): a defect, a wish or a complaint, with the cases behind it.</summary>
public sealed class Voice
{
    public required Id<Voice> Id { get; init; }
    public required VoiceKind Kind { get; set; }
    public required string Title { get; set; }
    public string? Product { get; set; }

    /// <summary>Numbers and ids folded; new contacts with it land here.</summary>
    public string? ErrorText { get; set; }
    public VoiceState State { get; set; }

    /// <summary>The version in which it is fixed.</summary>
    public string? Version { get; set; }

    /// <summary>Who decides, and since when it waits for them.</summary>
    public Id<Agent>? DeciderId { get; set; }
    public string? DeciderName { get; set; }
    public DateTimeOffset WaitingSince { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The same as that one, which goes on.</summary>
    public Id<Voice>? MergedIntoId { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string ByName { get; init; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>What it lent to the one that goes on, which had none: given back when the two are taken apart.</summary>
    public string? Lent { get; set; }

    /// <summary>What has changed and whoever follows it was not told yet; nothing when they were.</summary>
    public string? Untold { get; set; }

    /// <summary>How warm it was when they were told last.</summary>
    public double? ToldDegrees { get; set; }

    public bool IsMerged => MergedIntoId is not null;
}
