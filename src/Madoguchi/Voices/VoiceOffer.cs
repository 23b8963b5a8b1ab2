using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Voices;

/// <summary>A case that sounds like a voice: the agent says whether it is.</summary>
public sealed class VoiceOffer
{
    public required Id<Case> CaseId { get; init; }
    public required Id<Voice> VoiceId { get; init; }

    /// <summary>How much alike, 0 to 1.</summary>
    public required double Likeness { get; set; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? DismissedAt { get; set; }
}
