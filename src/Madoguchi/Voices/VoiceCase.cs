using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Voices;

/// <summary>Somebody who says it: one case behind a voice, and how strongly it is said there.</summary>
public sealed class VoiceCase
{
    public required Id<Voice> VoiceId { get; init; }
    public required Id<Case> CaseId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ByName { get; init; }

    /// <summary>When the customer said it: by this, not by when it was noted, it is recent or not.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>How hot it is said, 0 to 1.</summary>
    public double Intensity { get; set; }

    /// <summary>The customer's own words, without names.</summary>
    public string? Quote { get; set; }
}
